using CleanLogin.WebClient.Hosting;
using CleanLogin.WebClient.LoginServer;
using CleanLogin.WebClient.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanLogin.WebClient.Pages;

[Authorize]
internal sealed class PasskeysModel(PasskeyApi api) : PageModel
{
    // As the login server asks for it: two factors, a short while ago.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    private string _token = "";

    public PasskeyStatus Status { get; private set; }

    public PasskeyList? View { get; private set; }

    public bool? Added { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _token = (await TokenSession.GetAsync(HttpContext)).AccessToken ?? "";
        await next();
    }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Called by the page's script: the token is in the body of the answer, never in an address.</summary>
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct)
    {
        var answer = await api.BeginAsync(_token, ct);
        return answer is { Status: PasskeyStatus.Answered, Value: { } enrolment }
            ? new JsonResult(enrolment)
            : new JsonResult(new { status = answer.Status.ToString() }) { StatusCode = StatusCodes.Status409Conflict };
    }

    public IActionResult OnPostConfirm() =>
        Challenge(SignInRequest.ReturningTo("/Passkeys", Acr.Aal2, Recent), SignInRegistration.Scheme);

    public async Task OnPostCompleteAsync(CancellationToken ct)
    {
        var answer = await api.CompleteAsync(_token, ct);
        Added = answer.Value?.Added is true;
        await ShowAsync(ct);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var answer = await api.ListAsync(_token, ct);
        (Status, View) = (answer.Status, answer.Value);
        if (View is not null)
        {
            StrictHeaders.AllowCallsTo(HttpContext, View.Api);
        }
    }
}
