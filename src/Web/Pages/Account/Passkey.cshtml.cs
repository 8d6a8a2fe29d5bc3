using CleanLogin.Application.Passkeys.Add;
using CleanLogin.Application.Passkeys.BeginAdding;
using CleanLogin.Application.Passkeys.DeclineInvitation;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Account;

/// <summary>On the way from a sign-in to where it was for. Whatever happens here, the way goes on.</summary>
internal sealed class PasskeyModel(IMediator mediator) : PageModel, IStaleForm
{
    private const string OnTheWay = "One moment";

    [BindProperty]
    public string? PasskeyToken { get; set; }

    public BeginAddingPasskeyOutcome.Ready? View { get; private set; }

    // From the address, unbound: a form that cannot be read binds nothing, and the application's request must not get lost with it.
    public ReturnUrl Target => ReturnUrl.Parse(Request.Query["ReturnUrl"]) ?? ReturnUrl.Home;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new AddPasskey(ChallengeToken.Parse(PasskeyToken)), ct);
        return outcome.Match<IActionResult?>(
            _ => this.ContinueTo(Target.Value, "The passkey was added"),
            _ => this.ContinueTo(Target.Value, OnTheWay),
            _ => this.AddPasskeyFault(PasskeyText.NotAdded)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct)
    {
        await mediator.Send(new DeclinePasskeyInvitation(), ct);
        return this.ContinueTo(Target.Value);
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
            _ => this.ContinueTo(Target.Value, OnTheWay),
            _ => this.ContinueTo(Target.Value, OnTheWay));
    }
}
