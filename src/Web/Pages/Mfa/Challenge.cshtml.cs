using CleanLogin.Application.Mfa.GetChallenge;
using CleanLogin.Application.Mfa.VerifyTotp;
using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Session;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Mfa;

internal sealed class ChallengeModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public CodeInput Input { get; set; } = new();

    // From the address, unbound: a form that cannot be read binds nothing, and the login must not get lost with it.
    public string? Tx => Request.Query["tx"];

    public string Username { get; private set; } = string.Empty;

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

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, Tx);
        var outcome = await mediator.Send(new GetChallenge(login.Id, login.Secret), ct);
        return outcome.Match(
            open =>
            {
                Username = open.Username;
                return Page();
            },
            denied => login.GoToCallback());
    }
}
