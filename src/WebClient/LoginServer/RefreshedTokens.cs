using System.Globalization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CleanLogin.WebClient.LoginServer;

/// <summary>The answer to a refresh. A class, so that it does not print its secrets.</summary>
internal sealed class RefreshedTokens
{
    private static readonly TimeSpan LifetimeWhenUnsaid = TimeSpan.FromMinutes(1);

    public required string AccessToken { get; init; }

    public required string RefreshToken { get; init; }

    public required TimeSpan Lifetime { get; init; }

    /// <returns>Null when the answer holds no access token.</returns>
    public static RefreshedTokens? From(OpenIdConnectMessage answer, string oldRefreshToken)
    {
        if (string.IsNullOrEmpty(answer.AccessToken))
        {
            return null;
        }

        var lifetimeIsSaid = int.TryParse(answer.ExpiresIn, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return new RefreshedTokens
        {
            AccessToken = answer.AccessToken,
            // A server that does not rotate sends none: the old one stays valid (RFC 6749 §6).
            RefreshToken = string.IsNullOrEmpty(answer.RefreshToken) ? oldRefreshToken : answer.RefreshToken,
            Lifetime = lifetimeIsSaid ? TimeSpan.FromSeconds(seconds) : LifetimeWhenUnsaid,
        };
    }
}
