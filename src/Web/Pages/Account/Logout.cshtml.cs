using CleanLogin.Application.Authorization.BeginLogout;
using CleanLogin.Application.Authorization.CompleteLogout;
using CleanLogin.Application.Ports;
using CleanLogin.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Account;

internal sealed class LogoutModel(IMediator mediator) : PageModel, IStaleForm
{
    // From the address, unbound: a form that cannot be read binds nothing.
    public string? LogoutId => Request.Query["LogoutId"];

    public LogoutContext? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await ShowAgainAsync(ct);
        // Nobody is asked when the application has proved that it speaks for this session, or when there is none.
        return View is { Confirm: true, SignedIn: true } ? page : await OnPostAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await mediator.Send(new CompleteLogout(LogoutId), ct);
        return done.Continue is { } back
            ? this.ContinueTo(back.Url, "You are signed out")
            : new SeeOther(Url.Page("/Account/LoggedOut")!);
    }

    public async Task<IActionResult> ShowAgainAsync(CancellationToken ct)
    {
        View = await mediator.Send(new BeginLogout(LogoutId), ct);
        return Page();
    }
}
