using CleanLogin.Application.Accounts.GetOverview;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage;

internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public GetOverviewOutcome.Shown? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new GetOverview(), ct);
        return outcome.Match<IActionResult>(
            shown =>
            {
                View = shown;
                return Page();
            },
            _ => this.SignInFirst());
    }
}
