using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The scopes that OpenID Connect itself defines; any other names an API.</summary>
internal static class EngineScopes
{
    public static IReadOnlyList<string> Identity { get; } = [Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess];
}
