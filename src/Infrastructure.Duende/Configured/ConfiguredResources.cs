using CleanLogin.Application.Passkeys;
using CleanLogin.Infrastructure.Clients;
using Duende.IdentityServer.Models;
using Duende.IdentityServer.Stores;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Duende.Configured;

/// <summary>
/// The scopes that some configured application may ask for. What OpenID Connect does not define is an API of that name, which is the
/// audience of its tokens.
/// </summary>
internal sealed class ConfiguredResources(IOptions<ClientsOptions> options) : IResourceStore
{
    private static readonly IdentityResource[] Identity =
    [
        new IdentityResources.OpenId(),
        new(IdentityScopes.Profile, ["name", "preferred_username"]),
        new(IdentityScopes.Email, ["email", "email_verified"]),
    ];

    private string[] Apis =>
    [
        .. options.Value.All.Values.SelectMany(client => client.Scopes)
            .Append(PasskeyScope.Name)
            .Except(IdentityScopes.All, StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal),
    ];

    public Task<IEnumerable<IdentityResource>> FindIdentityResourcesByScopeNameAsync(IEnumerable<string> scopeNames) =>
        Task.FromResult(Identity.Where(scope => scopeNames.Contains(scope.Name, StringComparer.Ordinal)));

    public Task<IEnumerable<ApiScope>> FindApiScopesByNameAsync(IEnumerable<string> scopeNames) =>
        Task.FromResult(Apis.Intersect(scopeNames, StringComparer.Ordinal).Select(name => new ApiScope(name)));

    public Task<IEnumerable<ApiResource>> FindApiResourcesByScopeNameAsync(IEnumerable<string> scopeNames) => FindApiResourcesByNameAsync(scopeNames);

    public Task<IEnumerable<ApiResource>> FindApiResourcesByNameAsync(IEnumerable<string> apiResourceNames) =>
        Task.FromResult(Apis.Intersect(apiResourceNames, StringComparer.Ordinal).Select(Api));

    public Task<Resources> GetAllResourcesAsync() =>
        Task.FromResult(new Resources(Identity, Apis.Select(Api), Apis.Select(name => new ApiScope(name)))
        {
            OfflineAccess = true,
        });

    // An application that is named like the API is the API: it may ask what the API's tokens say (RFC 7662).
    private ApiResource Api(string name) => new(name)
    {
        Scopes = [name],
        ApiSecrets = options.Value.All.TryGetValue(name, out var itself) && itself.Secret is { } secret ? [new Secret(secret.Sha256())] : [],
    };
}
