using System.Globalization;
using System.Security.Claims;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using Duende.IdentityModel;

namespace CleanLogin.Infrastructure.Duende;

internal static class HonouredLogins
{
    /// <summary>
    /// The account that these claims speak of, and when its person signed in; null where the account, or that login, does not count any
    /// more.
    /// </summary>
    public static async Task<(Account Account, DateTimeOffset LoginAt)?> FindHonouredAsync(
        this IReadOnlyCollection<Claim> claims, IAccounts accounts, CancellationToken ct)
    {
        if (UserId.Parse(ValueOf(claims, JwtClaimTypes.Subject)) is not { } user
            || !long.TryParse(
                ValueOf(claims, JwtClaimTypes.AuthenticationTime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var loginAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return await accounts.FindAsync(user, ct) is { } account && account.Honours(loginAt) ? (account, loginAt) : null;
    }

    private static string? ValueOf(IEnumerable<Claim> claims, string type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}
