using CleanLogin.Infrastructure.Clients;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>A configured client as the engine stores it.</summary>
internal static class ClientDescriptor
{
    public static OpenIddictApplicationDescriptor From(string id, ClientOptions client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = client.Name ?? id,
        };
        descriptor.RedirectUris.UnionWith(client.RedirectUris.Select(uri => new Uri(uri)));
        descriptor.PostLogoutRedirectUris.UnionWith(client.PostLogoutRedirectUris.Select(uri => new Uri(uri)));
        descriptor.Permissions.UnionWith(Permissions(client));
        descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        return descriptor;
    }

    private static IEnumerable<string> Permissions(ClientOptions client)
    {
        yield return OpenIddictConstants.Permissions.Endpoints.Token;
        yield return OpenIddictConstants.Permissions.Endpoints.Revocation;
        if (client.Secret is not null)
        {
            yield return OpenIddictConstants.Permissions.Endpoints.Introspection;
        }

        if (client.Grants.Contains(GrantTypes.AuthorizationCode))
        {
            yield return OpenIddictConstants.Permissions.Endpoints.Authorization;
            yield return OpenIddictConstants.Permissions.Endpoints.PushedAuthorization;
            yield return OpenIddictConstants.Permissions.Endpoints.EndSession;
            yield return OpenIddictConstants.Permissions.ResponseTypes.Code;
        }

        foreach (var grant in client.Grants)
        {
            yield return OpenIddictConstants.Permissions.Prefixes.GrantType + grant;
        }

        foreach (var scope in client.Scopes)
        {
            yield return OpenIddictConstants.Permissions.Prefixes.Scope + scope;
        }
    }
}
