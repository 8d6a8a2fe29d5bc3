using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CleanLogin.Infrastructure.OpenIddict;

internal sealed class ClientsOptionsValidator : IValidateOptions<ClientsOptions>
{
    private static readonly string[] Grants = [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.ClientCredentials];

    public ValidateOptionsResult Validate(string? name, ClientsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = options.All.SelectMany(client => Faults($"Clients:{client.Key}", client.Value)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string key, ClientOptions client)
    {
        if (client.Grants.Count == 0)
        {
            yield return $"{key}:Grants must name at least one of {string.Join(", ", Grants)}.";
        }

        foreach (var unknown in client.Grants.Except(Grants, StringComparer.Ordinal))
        {
            yield return $"{key}:Grants holds '{unknown}'; allowed are {string.Join(", ", Grants)}.";
        }

        if (client.Grants.Contains(GrantTypes.ClientCredentials) && string.IsNullOrEmpty(client.Secret))
        {
            yield return $"{key}:Secret must be set for the grant client_credentials.";
        }

        if (client.Grants.Contains(GrantTypes.AuthorizationCode) && client.RedirectUris.Count == 0)
        {
            yield return $"{key}:RedirectUris must name at least one URL for the grant authorization_code.";
        }

        foreach (var uri in client.RedirectUris.Concat(client.PostLogoutRedirectUris).Where(uri => !IsFit(uri)))
        {
            yield return $"{key}: '{uri}' is no absolute https URL (http for loopback alone) without fragment.";
        }
    }

    private static bool IsFit(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && !text.Contains('*', StringComparison.Ordinal)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
