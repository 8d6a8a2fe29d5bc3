using CleanLogin.Application.Authenticators.BeginEnrolment;
using CleanLogin.Application.Authenticators.List;
using CleanLogin.Application.Authenticators.Remove;
using CleanLogin.Application.Passkeys.GetShelf;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage;

internal sealed class AuthenticatorsModel(IMediator mediator) : PageModel, IStaleForm
{
    public ListAuthenticatorsOutcome.Listed? View { get; private set; }

    /// <summary>Whether to say that one was removed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Removed { get; set; }

    /// <summary>Whether to say that a passkey was added.</summary>
    [BindProperty(SupportsGet = true)]
    public bool PasskeyAdded { get; set; }

    public PasskeyShelf Passkeys { get; private set; } = new(MayAdd: false, Signal: null);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new BeginEnrolment(LoginOrigins.Of(HttpContext)), ct);
        return outcome.Match<IActionResult?>(
            begun => this.ContinueTo(begun.Url.AbsoluteUri, "Add an authenticator"),
            _ => this.SignInFirst(),
            _ => Say("No authenticator can be added here. If you need another one, contact whoever runs your account."),
            _ => this.AddOutage()) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken ct)
    {
        var outcome = await mediator.Send(new RemoveAuthenticator(AuthenticatorId.Parse(id)), ct);
        return outcome.Match<IActionResult?>(
            _ => new SeeOther(Url.Page("/Manage/Authenticators", new { Removed = true })!),
            _ => this.SignInFirst(),
            _ => Say("This is your last second factor, so it stays: without one you could not sign in. Add another one first."),
            _ => Say("That authenticator is not there any more."),
            _ => Say("Another change is being made at this moment. Please try again."),
            _ => this.AddOutage()) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new ListAuthenticators(), ct);
        Passkeys = await mediator.Send(new GetPasskeyShelf(), ct);
        return outcome.Match(
            listed =>
            {
                View = listed;
                return Page();
            },
            _ => this.AddOutage() ?? Page(),
            _ => this.SignInFirst());
    }

    private IActionResult? Say(string fault)
    {
        ModelState.AddModelError(string.Empty, fault);
        return null;
    }
}
