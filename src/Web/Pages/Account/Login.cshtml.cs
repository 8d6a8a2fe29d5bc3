using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Login.Cancel;
using CleanLogin.Application.Login.CompletePasskey;
using CleanLogin.Application.Login.GetPage;
using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Account;

internal sealed class LoginModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty]
    public string? PasskeyToken { get; set; }

    // From the address, unbound: a form that cannot be read binds nothing, and the application's request must not get lost with it.
    public string? Requested => Request.Query["ReturnUrl"];

    public LoginPage View { get; private set; } = new(ReturnUrl.Home, null, null, null);

    public LoginForm Form => new(Input, View.ReturnUrl.Value, View.Passkeys is not null);

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
        return outcome.Match<IActionResult?>(
            signedIn => this.ContinueTo(signedIn.Continuation.Url),
            denied => this.AddPasskeyDenial(denied.Reason)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct) =>
        this.ContinueTo((await mediator.Send(new CancelLogin(Target), ct)).Url, "Sign-in cancelled");

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        View = await mediator.Send(new GetLoginPage(Requested), ct);
        return Page();
    }

    private ReturnUrl Target => ReturnUrl.Parse(Requested) ?? ReturnUrl.Home;
}
