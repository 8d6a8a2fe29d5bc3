using CleanLogin.Application.Ports;
using CleanLogin.Application.Sessions.End;
using CleanLogin.Application.Sessions.EndOthers;
using CleanLogin.Application.Sessions.List;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Manage;

internal sealed class SessionsModel(IMediator mediator) : PageModel, IStaleForm
{
    public ListSessionsOutcome.Listed? View { get; private set; }

    /// <summary>Whether to say that one was ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken ct)
    {
        var outcome = await mediator.Send(new EndSession(SessionReference.Parse(session)), ct);
        return outcome.Match<IActionResult?>(
            _ => Done(),
            _ => Say("That one is over already."),
            _ => this.SignInFirst()) ?? await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new EndOtherSessions(), ct);
        return outcome.Match<IActionResult>(_ => Done(), _ => this.SignInFirst());
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        var outcome = await mediator.Send(new ListSessions(), ct);
        return outcome.Match<IActionResult>(
            listed =>
            {
                View = listed;
                return Page();
            },
            _ => this.SignInFirst());
    }

    private SeeOther Done() => new(Url.Page("/Manage/Sessions", new { handler = string.Empty, Ended = true })!);

    private IActionResult? Say(string fault)
    {
        ModelState.AddModelError(string.Empty, fault);
        return null;
    }
}
