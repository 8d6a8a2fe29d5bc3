using CleanLogin.Infrastructure.Clients;
using Duende.IdentityServer;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Duende.Configured;

/// <summary>The applications of the section <c>Clients</c>, in the engine's words.</summary>
internal sealed class ConfiguredClients(IOptions<ClientsOptions> options) : IClientStore
{
    private const int Minute = 60;
    private const int Day = 24 * 60 * Minute;

    public Task<Client?> FindClientByIdAsync(string clientId) =>
        Task.FromResult(options.Value.All.TryGetValue(clientId, out var client) ? Translate(clientId, client) : null);

    private static Client Translate(string id, ClientOptions client) => new()
    {
        ClientId = id,
        ClientName = client.Name ?? id,
        ClientSecrets = client.Secret is { } secret ? [new Secret(secret.Sha256())] : [],
        RequireClientSecret = client.Secret is not null,
        AllowedGrantTypes = [.. client.Grants.Where(grant => grant != GrantNames.RefreshToken)],
        AllowOfflineAccess = client.Grants.Contains(GrantNames.RefreshToken),
        AllowedScopes = [IdentityServerConstants.StandardScopes.OpenId, .. client.Scopes],
        RedirectUris = [.. client.RedirectUris],
        PostLogoutRedirectUris = [.. client.PostLogoutRedirectUris],
        RequirePkce = true,
        // RFC 9700 §2.1.1: plain protects nothing.
        AllowPlainTextPkce = false,
        RequireConsent = false,
        AlwaysIncludeUserClaimsInIdToken = true,
        // Fetched at once by the application's server (ASVS 10.4.3, level 3).
        AuthorizationCodeLifetime = Minute,
        AccessTokenLifetime = 30 * Minute,
        // From the login, however often it is refreshed; each token counts once.
        RefreshTokenUsage = TokenUsage.OneTimeOnly,
        RefreshTokenExpiration = TokenExpiration.Absolute,
        AbsoluteRefreshTokenLifetime = 14 * Day,
        UpdateAccessTokenClaimsOnRefresh = true,
    };
}
