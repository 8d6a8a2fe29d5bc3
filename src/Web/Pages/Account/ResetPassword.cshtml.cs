using CleanLogin.Application.Accounts.GetPasswordReset;
using CleanLogin.Application.Accounts.ResetPassword;
using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Account;

internal sealed class ResetPasswordModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public ResetPasswordInput Input { get; set; } = new();

    public GetPasswordResetOutcome.Open? Way { get; private set; }

    public bool IsDone { get; private set; }

    // From the address, unbound: a form that cannot be read binds nothing, and the way must not get lost with it.
    private ResetToken? Token => ResetToken.Parse(Request.Query["token"]);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var password = new SecretField<PlainPassword>(Input.Password, PlainPassword.Parse);
        var outcome = await mediator.Send(new ResetPassword(Token, password), ct);
        return outcome.Match<IActionResult?>(
            done => ShowDone(),
            weak => this.AddFault(nameof(Input.Password), PasswordText.For(weak.Fault, weak.MinLength)),
            gone => null,
            invalid => this.AddFaults(invalid.Faults)) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new GetPasswordReset(Token), ct);
        return outcome.Match(Show, ShowGone);
    }

    private PageResult Show(GetPasswordResetOutcome.Open open)
    {
        Way = open;
        return Page();
    }

    private PageResult ShowGone(GetPasswordResetOutcome.Gone gone)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private PageResult ShowDone()
    {
        IsDone = true;
        return Page();
    }
}
