using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login;

/// <summary>What the pages of this server itself ask of a login that leads to them.</summary>
internal static class OwnPages
{
    private const string AccountPages = "/Manage";

    /// <summary>Two factors for the pages on which an account is looked after, one for any other.</summary>
    public static AssuranceLevel RequiredBy(ReturnUrl returnUrl) =>
        returnUrl.Value.StartsWith(AccountPages, StringComparison.OrdinalIgnoreCase)
            ? AssuranceLevel.MultiFactor
            : AssuranceLevel.SingleFactor;
}
