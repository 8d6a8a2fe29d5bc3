using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Login.Cancel;
using CleanLogin.Application.Login.CompletePasskey;
using CleanLogin.Application.Login.GetPage;
using CleanLogin.Application.Passkeys.GetUnknown;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Web.Pages.Account;

internal sealed class LoginModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty]
    public string? PasskeyToken { get; set; }

    // From the address, unbound: a form that cannot be read binds nothing, and the application's request must not get lost with it.
    public string? Requested => Request.Query["ReturnUrl"];

    public LoginPage View { get; private set; } = new(ReturnUrl.Home, null, null, null, new PasskeyOffer.None());

    /// <summary>What the browser may tell about a passkey that counts for nobody.</summary>
    public string? UnknownPasskey { get; private set; }

    public LoginForm Form => new(Input, View.ReturnUrl.Value, View.Passkeys is not PasskeyOffer.None);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await ShowAgainAsync(ct);
        Input.Username = View.LoginHint;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var password = new SecretField<PlainPassword>(Input.Password, PlainPassword.Parse);
        var command = new BeginLogin(Input.Username, password, Target, Input.RememberMe, LoginOrigins.Of(HttpContext));
        var outcome = await mediator.Send(command, ct);
        return outcome.Match<IActionResult?>(
            signedIn => this.ContinueTo(signedIn.Continuation.Url),
            challenge => this.GoToChallenge(challenge),
            denied => this.AddDenial(denied.Reason, denied.RetryAfter),
            invalid => this.AddFaults(invalid.Faults)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        var command = new CompletePasskeyLogin(ChallengeToken.Parse(PasskeyToken), Target, Input.RememberMe);
        var outcome = await mediator.Send(command, ct);
        UnknownPasskey = outcome is CompletePasskeyLoginOutcome.Denied { Reason: DenialReason.UnknownToken }
            ? (await mediator.Send(new GetUnknownPasskey(command.Token), ct)).Signal
            : null;
        return outcome.Match<IActionResult?>(
            signedIn => this.ContinueTo(signedIn.Continuation.Url),
            needed => AskForPassword(needed.Username),
            denied => this.AddPasskeyDenial(denied.Reason)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct) =>
        this.ContinueTo((await mediator.Send(new CancelLogin(Target), ct)).Url, "Sign-in cancelled");

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        View = await mediator.Send(new GetLoginPage(Requested), ct);
        return Page();
    }

    private IActionResult? AskForPassword(string username)
    {
        Input.Username = username;
        ModelState.AddModelError(string.Empty, PasskeyText.PasswordNeeded);
        return null;
    }

    private ReturnUrl Target => ReturnUrl.Parse(Requested) ?? ReturnUrl.Home;
}
