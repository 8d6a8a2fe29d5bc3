using CleanLogin.Application.Passkeys.Add;
using CleanLogin.Application.Passkeys.BeginAdding;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage.Passkeys;

internal sealed class AddModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public string? PasskeyToken { get; set; }

    public BeginAddingPasskeyOutcome.Ready? View { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new AddPasskey(ChallengeToken.Parse(PasskeyToken)), ct);
        return outcome.Match<IActionResult?>(
            _ => new SeeOther(Url.Page("/Manage/Authenticators", new { PasskeyAdded = true })!),
            _ => this.SignInFirst(),
            _ => this.AddPasskeyFault(PasskeyText.NotAdded)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new BeginAddingPasskey(), ct);
        return outcome.Match<IActionResult>(
            ready =>
            {
                View = ready;
                return Page();
            },
            _ => this.SignInFirst(),
            _ => NotFound());
    }
}
