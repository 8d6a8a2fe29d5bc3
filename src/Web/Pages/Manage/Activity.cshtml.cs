using CleanLogin.Application.Accounts.ListActivity;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage;

internal sealed class ActivityModel(IMediator mediator) : PageModel
{
    public ListActivityOutcome.Listed? View { get; private set; }

    /// <summary>Only what is older than the one of this number.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new ListActivity(Before), ct);
        return outcome.Match<IActionResult>(
            listed =>
            {
                View = listed;
                return Page();
            },
            _ => this.SignInFirst());
    }
}
