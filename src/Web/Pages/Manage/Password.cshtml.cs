using CleanLogin.Application.Accounts.ChangePassword;
using CleanLogin.Application.Accounts.GetPasswordRules;
using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage;

internal sealed class PasswordModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public GetPasswordRulesOutcome.Shown? View { get; private set; }

    public bool IsDone { get; private set; }

    // From the address, unbound: a form that cannot be read binds nothing, and the application's request must not get lost with it.
    public ReturnUrl? Next => ReturnUrl.Parse(Request.Query["ReturnUrl"]);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new ChangePassword(Read(Input.Present), Read(Input.Fresh), Input.EndOthers, LoginOrigins.Of(HttpContext));
        var outcome = await mediator.Send(command, ct);
        return outcome.Match<IActionResult?>(
            _ => ShowDone(),
            denied => Deny(denied),
            weak => this.AddFault(nameof(Input.Fresh), PasswordText.For(weak.Fault, weak.MinLength)),
            _ => this.SignInFirst(),
            invalid => this.AddFaults(invalid.Faults)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new GetPasswordRules(), ct);
        return outcome.Match<IActionResult>(
            shown =>
            {
                View = shown;
                return Page();
            },
            _ => this.SignInFirst());
    }

    private static SecretField<PlainPassword> Read(string? typed) => new(typed, PlainPassword.Parse);

    // Who is signed in is known here, so a wrong password may be called wrong.
    private IActionResult? Deny(ChangePasswordOutcome.Denied denied) => denied.Reason is DenialReason.InvalidCredentials
        ? this.AddFault(nameof(Input.Present), "That is not your present password. Check it and try again.")
        : this.AddDenial(denied.Reason, denied.RetryAfter);

    private PageResult ShowDone()
    {
        IsDone = true;
        return Page();
    }
}
