using CleanLogin.Application.Mfa.GetChallenge;
using CleanLogin.Application.Mfa.VerifyPasskey;
using CleanLogin.Application.Mfa.VerifyTotp;
using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Session;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace CleanLogin.Web.Pages.Mfa;

internal sealed class ChallengeModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty]
    public string? PasskeyToken { get; set; }

    // From the address, unbound: a form that cannot be read binds nothing, and the login must not get lost with it.
    public string? Tx => Request.Query["tx"];

    public string Username { get; private set; } = string.Empty;

    public bool AsksForCode { get; private set; }

    public PasskeyCeremony? Passkey { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, Tx);
        var code = new SecretField<TotpCode>(Input.Code, TotpCode.Parse);
        var outcome = await mediator.Send(new VerifyTotp(login.Id, login.Secret, code), ct);
        return outcome.Match<IActionResult?>(
            accepted => login.GoToCallback(accepted.Token),
            wrong => this.AddFault(nameof(Input.Code), CodeText.WrongTotp),
            throttled => this.AddPause(throttled.RetryAfter),
            denied => login.GoToCallback(),
            invalid => this.AddFaults(invalid.Faults)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, Tx);
        var outcome = await mediator.Send(new VerifyPasskey(login.Id, login.Secret, ChallengeToken.Parse(PasskeyToken)), ct);
        return outcome.Match<IActionResult?>(
            passed => login.GoToCallback(passed.Token),
            refused => this.AddPasskeyFault(PasskeyText.NotConfirmed),
            denied => login.GoToCallback()) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, Tx);
        var outcome = await mediator.Send(new GetChallenge(login.Id, login.Secret), ct);
        return outcome.Match(
            open =>
            {
                (Username, AsksForCode, Passkey) = (open.Username, open.AsksForCode, open.Passkey);
                return Page();
            },
            denied => login.GoToCallback());
    }
}
