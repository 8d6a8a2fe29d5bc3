using System.Globalization;
using CleanLogin.WebClient.LoginServer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CleanLogin.WebClient.SignIn;

/// <summary>Reads and replaces the tokens that the sign-in saved in the session cookie.</summary>
internal sealed class TokenSession(TimeProvider clock)
{
    private const string ExpiresAt = "expires_at";

    public static async Task<HeldTokens> GetAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return session.Properties is { } properties ? Read(properties) : HeldTokens.None;
    }

    public async Task<HeldTokens> ReplaceAsync(HttpContext context, RefreshedTokens renewed)
    {
        var session = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (session is not { Succeeded: true })
        {
            return HeldTokens.None;
        }

        session.Properties.UpdateTokenValue(OpenIdConnectParameterNames.AccessToken, renewed.AccessToken);
        session.Properties.UpdateTokenValue(OpenIdConnectParameterNames.RefreshToken, renewed.RefreshToken);
        session.Properties.UpdateTokenValue(ExpiresAt, (clock.GetUtcNow() + renewed.Lifetime).ToString("o", CultureInfo.InvariantCulture));
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, session.Principal, session.Properties);
        return Read(session.Properties);
    }

    private static HeldTokens Read(AuthenticationProperties properties) => new()
    {
        AccessToken = properties.GetTokenValue(OpenIdConnectParameterNames.AccessToken),
        RefreshToken = properties.GetTokenValue(OpenIdConnectParameterNames.RefreshToken),
        ValidUntil = DateTimeOffset.TryParse(
            properties.GetTokenValue(ExpiresAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end : null,
    };
}
