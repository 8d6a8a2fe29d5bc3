using CleanLogin.Application.Login.CompleteMfa;
using CleanLogin.Application.Login.GetPage;
using CleanLogin.Application.Passkeys.GetInvitation;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Session;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Account.Login;

internal sealed class CallbackModel(IMediator mediator) : PageModel
{
    public LoginForm Form { get; private set; } = new(new LoginInput(), "/");

    /// <summary>Who is signed in already, where this sign-in is only opened once more.</summary>
    public string? SignedInAs { get; private set; }

    /// <summary>The application that the sign-in is for.</summary>
    public string? ClientName { get; private set; }

    // Without it HEAD would run OnGet, and whatever only looks at an address would spend the token in it.
    public IActionResult OnHead() => StatusCode(StatusCodes.Status204NoContent);

    public async Task<IActionResult> OnGetAsync(string? tx, string? token, CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, tx);
        var outcome = await mediator.Send(new CompleteMfaChallenge(login.Id, login.Secret, ChallengeToken.Parse(token)), ct);
        return await outcome.Match(
            signedIn => GoOnAsync(login, signedIn, ct),
            denied => StartAgainAsync(login, denied, ct));
    }

    private async Task<IActionResult> GoOnAsync(PendingLogin login, CompleteMfaChallengeOutcome.SignedIn signedIn, CancellationToken ct)
    {
        LoginCookie.Delete(HttpContext, login.Id);
        var next = signedIn.Continuation.Url;
        return PasskeyHint.IsIn(HttpContext)
            && ReturnUrl.Parse(next) is not null
            && (await mediator.Send(new GetPasskeyInvitation(), ct)).IsMade
                ? new SeeOther(Url.Page("/Account/Passkey", new { ReturnUrl = next })!)
                : this.ContinueTo(next);
    }

    // As by the browser's Back: the cookie of this sign-in is gone, or it has ended.
    private static bool IsOver(DenialReason reason) => reason is DenialReason.WrongBrowser or DenialReason.AlreadyUsed or DenialReason.Expired;

    private async Task<IActionResult> StartAgainAsync(PendingLogin login, CompleteMfaChallengeOutcome.Denied denied, CancellationToken ct)
    {
        LoginCookie.DeleteIfOver(HttpContext, login.Id, denied.Reason);
        Form = new LoginForm(new LoginInput { Username = denied.Username, RememberMe = denied.RememberMe }, denied.ReturnUrl.Value);
        var page = await mediator.Send(new GetLoginPage(denied.ReturnUrl.Value), ct);
        if (page.SignedInAs is not null && IsOver(denied.Reason))
        {
            SignedInAs = page.SignedInAs;
            return Page();
        }

        ClientName = page.ClientName;
        return this.AddDenial(denied.Reason) ?? Page();
    }
}
