using System.Globalization;
using System.Security.Claims;
using CleanLogin.WebClient.SignIn;

namespace CleanLogin.WebClient.Pages;

/// <summary>A row of the table; <c>Meaning</c> is the value in words, where it does not speak for itself.</summary>
internal sealed record ShownClaim(string Name, string Value, string? Meaning)
{
    /// <summary>First what matters to an application: who it is (<c>sub</c> is the key, the rest may change), and how surely.</summary>
    private static readonly string[] Order = ["sub", "name", "email", "email_verified", "auth_time", "amr", "acr"];

    public static IReadOnlyList<ShownClaim> AllOf(ClaimsPrincipal person) =>
    [
        .. person.Claims
            .GroupBy(c => c.Type, c => c.Value, StringComparer.Ordinal)
            .OrderBy(c => Array.IndexOf(Order, c.Key) is var place and >= 0 ? place : Order.Length)
            .Select(c => new ShownClaim(c.Key, Join(c.Key, [.. c]), c.Key == "auth_time" ? InWords(person) : null)),
    ];

    private static string Join(string name, IReadOnlyList<string> values) =>
        name == "amr" || values.Count > 1 ? $"[{string.Join(", ", values)}]" : values[0];

    private static string? InWords(ClaimsPrincipal person) =>
        AssuranceCheck.TryGetAuthTime(person, out var time)
            ? time.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : null;
}
