using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

/// <summary>What the pages of this server itself ask of a login that leads to them.</summary>
internal static class OwnPages
{
    private const string AccountPages = "/Manage";
    private const string Protocol = "/connect/";
    private const string PasswordPage = AccountPages + "/Password";

    /// <summary>Two factors for the pages on which an account is looked after, one for any other.</summary>
    public static AssuranceLevel RequiredBy(ReturnUrl returnUrl) =>
        returnUrl.Value.StartsWith(AccountPages, StringComparison.OrdinalIgnoreCase)
            ? AssuranceLevel.MultiFactor
            : AssuranceLevel.SingleFactor;

    /// <summary>
    /// Whether it is a request of an application that was answered already, or was given up: nobody waits for it any more, and going there
    /// ends in an error.
    /// </summary>
    public static bool IsOver(ReturnUrl returnUrl, AuthorizationContext? waiting) =>
        waiting is null && returnUrl.Value.StartsWith(Protocol, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a login leads in the end: what was asked for, or the start page in the place of a request that is over.</summary>
    public static ReturnUrl Reachable(ReturnUrl returnUrl, AuthorizationContext? waiting) =>
        IsOver(returnUrl, waiting) ? ReturnUrl.Home : returnUrl;

    /// <summary>To the page where a new password is chosen, which then leads on.</summary>
    public static Continuation NewPasswordBefore(Continuation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Continuation($"{PasswordPage}?ReturnUrl={Uri.EscapeDataString(next.Url)}");
    }
}
