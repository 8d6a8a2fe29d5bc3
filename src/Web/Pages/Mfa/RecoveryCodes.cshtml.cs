using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Mfa.GetRecoveryCodes;
using CleanLogin.Web.Hosting;
using CleanLogin.Web.Pages.Shared;
using CleanLogin.Web.Session;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.Web.Pages.Mfa;

internal sealed class RecoveryCodesModel(IMediator mediator) : PageModel
{
    public RecoveryCodesView? View { get; private set; }

    /// <summary>The callback that ends this login. It holds a secret.</summary>
    public string? Next { get; private set; }

    public Task<IActionResult> OnGetAsync(string? tx, CancellationToken ct) => AnswerAsync(
        tx,
        sheet =>
        {
            View = new RecoveryCodesView(sheet, Url.Page("/Mfa/RecoveryCodes", "File", new { tx })!);
            return Page();
        },
        ct);

    public Task<IActionResult> OnGetFileAsync(string? tx, CancellationToken ct) => AnswerAsync(tx, this.Download, ct);

    private async Task<IActionResult> AnswerAsync(string? tx, Func<RecoveryCodeSheet, IActionResult> answer, CancellationToken ct)
    {
        var login = PendingLogin.From(HttpContext, tx);
        var outcome = await mediator.Send(new GetRecoveryCodes(login.Id, login.Secret), ct);
        return outcome.Match(
            shown =>
            {
                Next = login.CallbackPath(shown.Token);
                return answer(shown.Sheet);
            },
            _ => Page());
    }
}
