using System.Globalization;
using System.Text;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Login;
using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Web.Pages.Shared;
using CleanLogin.Web.Session;
using CleanLogin.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CleanLogin.Web.Hosting;

/// <summary>How pages answer what a use case decided.</summary>
internal static class PageResults
{
    private static readonly TimeSpan OutageRetry = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A page of this server that navigates on by itself, without a script. A redirect would not do: browsers hold redirects after a
    /// form to <c>form-action 'self'</c>, however many hops away the other host is.
    /// </summary>
    public static IActionResult ContinueTo(this PageModel page, string url, string heading = "You are signed in") => new ViewResult
    {
        ViewName = "_Continue",
        ViewData = new ViewDataDictionary<ContinueView>(page.ViewData, new ContinueView(url, heading)),
    };

    public static IActionResult GoToChallenge(this PageModel page, BeginLoginOutcome.ChallengeRequired challenge)
    {
        LoginCookie.Write(page.HttpContext, challenge.Transaction, challenge.Secret, challenge.ExpiresAt);
        return challenge.Url.IsAbsoluteUri
            ? page.ContinueTo(challenge.Url.AbsoluteUri, "One more step")
            : new SeeOther(challenge.Url.OriginalString);
    }

    /// <summary>To the codes that were made in this login. A page of its own, so that they are there again after a reload.</summary>
    public static IActionResult GoToRecoveryCodes(this PageModel page, PendingLogin login) =>
        new SeeOther(page.Url.Page("/Mfa/RecoveryCodes", new { tx = login.Id })!);

    /// <summary>A sheet of recovery codes as a file: a link will do, without a script.</summary>
    public static IActionResult Download(this PageModel page, RecoveryCodeSheet sheet) =>
        page.File(Encoding.UTF8.GetBytes(RecoveryCodeText.File(sheet)), "text/plain; charset=utf-8", RecoveryCodeText.FileName(sheet));

    /// <summary>To the callback, which ends the login; without a token it says what became of it and how to go on.</summary>
    public static IActionResult GoToCallback(this PendingLogin login, ChallengeToken? token = null) => new SeeOther(login.CallbackPath(token));

    public static string CallbackPath(this PendingLogin login, ChallengeToken? token) =>
        $"{ServerAddress.CallbackPath}?tx={login.Id}" + (token is null ? "" : "&token=" + Uri.EscapeDataString(token.Reveal()));

    /// <summary>To the login page, and back here.</summary>
    public static SeeOther SignInFirst(this PageModel page) =>
        new(page.Url.Page("/Account/Login", new { ReturnUrl = page.Url.Page(null, new { handler = string.Empty }) })!);

    /// <summary>Puts the refusal into the model state. Null: the page is to be shown again.</summary>
    public static IActionResult? AddDenial(this PageModel page, DenialReason reason, TimeSpan? retryAfter = null) => page.Refuse(
        retryAfter is { } known ? DenialText.ForPause(known) : DenialText.For(reason),
        DenialText.StatusFor(reason),
        reason is DenialReason.ProviderUnavailable ? OutageRetry : retryAfter);

    /// <summary>The same where somebody is signed in, and whoever keeps their authenticators gives no answer.</summary>
    public static IActionResult? AddOutage(this PageModel page) => page.Refuse(
        AuthenticatorText.Outage, StatusCodes.Status503ServiceUnavailable, OutageRetry);

    /// <summary>The same where a passkey was used, and no password was typed that could be wrong.</summary>
    public static IActionResult? AddPasskeyDenial(this PageModel page, DenialReason reason) => page.Refuse(
        PasskeyText.For(reason), PasskeyText.StatusFor(reason), reason is DenialReason.ProviderUnavailable ? OutageRetry : null);

    /// <summary>Says what became of a passkey's answer. Null: the page is to be shown again.</summary>
    public static IActionResult? AddPasskeyFault(this PageModel page, string text) => page.Refuse(text, StatusCodes.Status400BadRequest, pause: null);

    private static IActionResult? Refuse(this PageModel page, string text, int status, TimeSpan? pause)
    {
        page.Response.StatusCode = status;
        if (pause is { } wait && wait > TimeSpan.Zero)
        {
            page.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        page.ModelState.AddModelError(string.Empty, text);
        return null;
    }

    /// <summary>Puts the pause into the model state. Null: the page is to be shown again.</summary>
    public static IActionResult? AddPause(this PageModel page, TimeSpan retryAfter) =>
        page.AddDenial(DenialReason.Throttled, retryAfter);

    /// <summary>The same where mails were asked for.</summary>
    public static IActionResult? AddMailPause(this PageModel page, TimeSpan retryAfter) =>
        page.Refuse(MailText.ForPause(retryAfter), StatusCodes.Status429TooManyRequests, retryAfter);

    /// <summary>Puts the faults beside their fields. Null: the page is to be shown again.</summary>
    public static IActionResult? AddFaults(this PageModel page, IEnumerable<FieldFault> faults)
    {
        foreach (var fault in faults)
        {
            page.AddFault(fault.Field, fault.Message);
        }

        return null;
    }

    /// <summary>Puts a fault beside its field. Null: the page is to be shown again.</summary>
    public static IActionResult? AddFault(this PageModel page, string field, string message)
    {
        page.ModelState.AddModelError("Input." + field, message);
        return null;
    }
}
