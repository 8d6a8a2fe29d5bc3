using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

/// <summary>What the pages of this server itself ask of a login that leads to them.</summary>
internal static class OwnPages
{
    private const string AccountPages = "/Manage";
    private const string PasswordPage = AccountPages + "/Password";

    /// <summary>Two factors for the pages on which an account is looked after, one for any other.</summary>
    public static AssuranceLevel RequiredBy(ReturnUrl returnUrl) =>
        returnUrl.Value.StartsWith(AccountPages, StringComparison.OrdinalIgnoreCase)
            ? AssuranceLevel.MultiFactor
            : AssuranceLevel.SingleFactor;

    /// <summary>To the page where a new password is chosen, which then leads on.</summary>
    public static Continuation NewPasswordBefore(Continuation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Continuation($"{PasswordPage}?ReturnUrl={Uri.EscapeDataString(next.Url)}");
    }
}
