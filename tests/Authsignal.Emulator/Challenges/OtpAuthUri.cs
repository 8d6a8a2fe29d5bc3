using Microsoft.AspNetCore.WebUtilities;
using OtpNet;

namespace CleanLogin.Authsignal.Emulator.Challenges;

internal static class OtpAuthUri
{
    private const string Issuer = "Authsignal Emulator";

    public static string For(string secret, string account) => new OtpUri(OtpType.Totp, secret, account, Issuer).ToString();

    /// <returns>The base32 secret, or null if the text is no otpauth: URI with a readable one.</returns>
    public static string? FindSecret(string? uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Scheme != "otpauth")
        {
            return null;
        }

        return QueryHelpers.ParseQuery(parsed.Query).TryGetValue("secret", out var values)
            && values is [{ } secret]
            && TotpCodes.IsSecret(secret) ? secret : null;
    }
}
