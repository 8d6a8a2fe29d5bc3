using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Settings;

internal sealed class ServerOptionsValidator : IValidateOptions<ServerOptions>
{
    private const int LongestName = 64;

    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(ServerOptions options)
    {
        if (!IsIssuer(options.Issuer))
        {
            // Not repeated here: a URL may hold a password.
            yield return "Server:Issuer must be an absolute https URL without user, query and fragment, such as https://login.example.com.";
        }

        if (!IsName(options.Name))
        {
            yield return $"Server:Name must be 1 to {LongestName} characters without colon, not '{options.Name}'.";
        }

        foreach (var proxy in options.TrustedProxies.Where(proxy => !IsProxy(proxy)))
        {
            yield return $"Server:TrustedProxies must be addresses such as 10.0.0.5, or networks such as 10.0.0.0/24 but never everybody, not '{proxy}'.";
        }
    }

    private static bool IsIssuer(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var issuer)
        && issuer.Scheme == Uri.UriSchemeHttps
        && issuer.UserInfo.Length == 0
        && issuer.Query.Length == 0
        && issuer.Fragment.Length == 0;

    // Authenticator apps end the name at a colon.
    private static bool IsName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(letter => letter == ':' || char.IsControl(letter));

    // The framework reads "10" as 0.0.0.10.
    private static bool IsProxy(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address.AddressFamily is AddressFamily.InterNetworkV6 || address.ToString() == text
            : IPNetwork.TryParse(text, out var network)
                && network.PrefixLength > 0
                && IPAddress.Parse(text[..text.IndexOf('/', StringComparison.Ordinal)]).Equals(network.BaseAddress);
}
