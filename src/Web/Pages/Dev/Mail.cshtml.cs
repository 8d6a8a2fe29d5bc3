using CleanLogin.Application.Mails.ListPickedUp;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Dev;

internal sealed class MailModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<PickedUpMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new ListPickedUpMails(), ct);
        return outcome.Match<IActionResult>(Show, _ => NotFound());
    }

    private PageResult Show(ListPickedUpMailsOutcome.Listed listed)
    {
        Mails = listed.Mails;
        return Page();
    }
}
