using CleanLogin.Application.Accounts.ListActivity;
using CleanLogin.Application.Accounts.RaiseAlarm;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage;

internal sealed class ActivityModel(IMediator mediator) : PageModel, IStaleForm
{
    public ListActivityOutcome.Listed? View { get; private set; }

    public bool IsRaised { get; private set; }

    /// <summary>Only what is older than the one of this number.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAlarmAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new RaiseAlarm(), ct);
        return outcome.Match<IActionResult>(
            _ =>
            {
                IsRaised = true;
                return Page();
            },
            _ => this.SignInFirst());
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
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
