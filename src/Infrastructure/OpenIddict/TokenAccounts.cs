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
        if (UserId.Parse(token.GetClaim(Claims.Subject)) is not { } user
            || !long.TryParse(token.GetClaim(Claims.AuthenticationTime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var account = await accounts.FindAsync(user, ct);
        return account?.Honours(DateTimeOffset.FromUnixTimeSeconds(seconds)) is true ? account : null;
    }
}
