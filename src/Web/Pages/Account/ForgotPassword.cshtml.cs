using CleanLogin.Application.Accounts.RequestPasswordReset;
using CleanLogin.Domain.Login;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Account;

internal sealed class ForgotPasswordModel(IMediator mediator) : PageModel, IStaleForm
{
    [BindProperty]
    public ForgotPasswordInput Input { get; set; } = new();

    /// <summary>Where the sign-in was going: the application's request must not get lost on the way.</summary>
    public string? Back => ReturnUrl.Parse(Request.Query["ReturnUrl"])?.Value;

    public bool IsAsked { get; private set; }

    public bool IsWithoutMail { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new RequestPasswordReset(Input.Name, LoginOrigins.Of(HttpContext)), ct);
        return outcome.Match<IActionResult?>(
            asked => Show(IsAsked = true),
            noMail => Show(IsWithoutMail = true),
            throttled => this.AddMailPause(throttled.RetryAfter),
            invalid => this.AddFaults(invalid.Faults)) ?? Page();
    }

    public Task<IActionResult> ShowAgainAsync(CancellationToken ct) => Task.FromResult<IActionResult>(Page());

    private PageResult? Show(bool shown) => shown ? Page() : null;
}
