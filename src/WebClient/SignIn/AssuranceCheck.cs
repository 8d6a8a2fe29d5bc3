using System.Globalization;
using System.Security.Claims;

namespace CleanLogin.WebClient.SignIn;

/// <summary>
/// Compares the login that came back with the one that was asked for. <c>acr_values</c> is only a wish (OpenID Connect Core §3.1.2.1), so a
/// client that needs a level has to look at what it got.
/// </summary>
internal static class AssuranceCheck
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <returns>What is wrong, for the log; null when the login holds.</returns>
    public static string? FindFault(ClaimsPrincipal person, string? wantedAcr, DateTimeOffset now)
    {
        if (!TryGetAuthTime(person, out var authTime))
        {
            return "auth_time is missing or not a number";
        }

        if (authTime > now + ClockSkew)
        {
            return "auth_time lies in the future";
        }

        var acr = person.FindFirstValue("acr");
        if (wantedAcr is not null && !Acr.Reaches(acr, wantedAcr))
        {
            return "acr is below the level that was asked for";
        }

        // Two claims of one fact: a login of two factors says so in both (RFC 8176 §2, mfa).
        return acr == Acr.Aal2 && !person.HasClaim("amr", "mfa") ? "acr tells of two factors, amr does not" : null;
    }

    public static bool TryGetAuthTime(ClaimsPrincipal person, out DateTimeOffset authTime)
    {
        // The range that a DateTimeOffset can hold ends in the year 9999.
        var known = long.TryParse(person.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        authTime = known ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return known;
    }
}
