using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Clients;

internal sealed class ClientsOptionsValidator : IValidateOptions<ClientsOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = options.All
            .SelectMany(client => GrantFaults($"Clients:{client.Key}", client.Value).Concat(TextFaults($"Clients:{client.Key}", client.Value)))
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> GrantFaults(string key, ClientOptions client)
    {
        if (client.Grants.Count == 0)
        {
            yield return $"{key}:Grants must name at least one of {string.Join(", ", GrantNames.All)}.";
        }

        foreach (var unknown in client.Grants.Except(GrantNames.All, StringComparer.Ordinal))
        {
            yield return $"{key}:Grants must be among {string.Join(", ", GrantNames.All)}, not '{unknown}'.";
        }

        // Where one is not known, that may be the one that was meant.
        if (client.Grants.All(GrantNames.All.Contains)
            && client.Grants.Contains(GrantNames.RefreshToken)
            && !client.Grants.Contains(GrantNames.AuthorizationCode))
        {
            yield return $"{key}:Grants must hold authorization_code beside refresh_token: nothing else gives refresh tokens.";
        }

        if (client.Grants.Contains(GrantNames.ClientCredentials) && client.Secret is null)
        {
            yield return $"{key}:Secret must be set for the grant client_credentials. Give it by environment or secret store, not in a file.";
        }

        if (client.Grants.Contains(GrantNames.AuthorizationCode) && client.RedirectUris.Count == 0)
        {
            yield return $"{key}:RedirectUris must name at least one URL for the grant authorization_code.";
        }
    }

    private static IEnumerable<string> TextFaults(string key, ClientOptions client)
    {
        if (client.Name is not null && string.IsNullOrWhiteSpace(client.Name))
        {
            yield return $"{key}:Name must be what people read, or be left out.";
        }

        if (client.Secret is not null && string.IsNullOrWhiteSpace(client.Secret))
        {
            yield return $"{key}:Secret must not be empty. A public client has none: leave it out.";
        }

        foreach (var scope in client.Scopes.Where(scope => !IsScope(scope)))
        {
            yield return $"{key}:Scopes must be names without spaces, one each (RFC 6749 §3.3), not '{scope}'.";
        }

        var uris = client.RedirectUris.Select(uri => (List: "RedirectUris", Uri: uri))
            .Concat(client.PostLogoutRedirectUris.Select(uri => (List: "PostLogoutRedirectUris", Uri: uri)));
        foreach (var (list, uri) in uris.Where(listed => !IsFit(listed.Uri)))
        {
            yield return $"{key}:{list} must be absolute https URLs (http for loopback alone) without fragment and asterisk, not '{uri}'.";
        }
    }

    private static bool IsScope(string text) =>
        text.Length > 0 && text.All(letter => letter is > ' ' and <= '~' and not ('"' or '\\'));

    private static bool IsFit(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Fragment.Length == 0
        && !text.Contains('*', StringComparison.Ordinal)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
