using CleanLogin.Application.Authenticators.List;
using CleanLogin.Application.Passkeys.Rename;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage.Passkeys;

internal sealed class RenameModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public RenameInput Input { get; set; } = new();

    // From the address, unbound: a form that cannot be read binds nothing.
    private AuthenticatorId? Id => AuthenticatorId.Parse(Request.Query["id"]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new ListAuthenticators(), ct);
        return outcome.Match<IActionResult?>(
            listed => Show(listed),
            _ => this.AddDenial(DenialReason.ProviderUnavailable),
            _ => this.SignInFirst()) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new RenamePasskey(Id, Input.Name), ct);
        return outcome.Match<IActionResult?>(
            _ => new SeeOther(Url.Page("/Manage/Authenticators")!),
            _ => this.SignInFirst(),
            _ => NotFound(),
            invalid => this.AddFaults(invalid.Faults)) ?? Page();
    }

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct) => Task.FromResult<IActionResult>(Page());

    private NotFoundResult? Show(ListAuthenticatorsOutcome.Listed listed)
    {
        if (listed.Authenticators.FirstOrDefault(entry => entry.Authenticator.Id == Id) is not { Authenticator: { MayBeRenamed: true } own })
        {
            return NotFound();
        }

        Input.Name = own.Label;
        return null;
    }
}
