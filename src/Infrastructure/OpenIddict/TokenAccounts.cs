using System.Globalization;
using System.Security.Claims;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

internal static class TokenAccounts
{
    /// <summary>The account that a token speaks of; null where it, or the login that the token stems from, does not count any more.</summary>
    public static async Task<Account?> FindHonouredAsync(this IAccounts accounts, ClaimsPrincipal token, CancellationToken ct)
    {
        if (UserId.Parse(token.GetClaim(Claims.Subject)) is not { } user || LoginOf(token) is not { } login)
        {
            return null;
        }

        var account = await accounts.FindAsync(user, ct);
        return account?.Honours(login) is true ? account : null;
    }

    /// <summary>When the login was that a token stems from; null where it stems from none.</summary>
    public static DateTimeOffset? LoginOf(ClaimsPrincipal token) =>
        long.TryParse(token.GetClaim(Claims.AuthenticationTime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
