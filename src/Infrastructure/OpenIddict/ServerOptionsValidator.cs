using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.OpenIddict;

internal sealed class ServerOptionsValidator : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Uri.TryCreate(options.Issuer, UriKind.Absolute, out var issuer)
            && issuer.Scheme == Uri.UriSchemeHttps
            && issuer.Query.Length == 0
            && issuer.Fragment.Length == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"Server:Issuer must be an absolute https URL without query, such as https://login.example.com, not '{options.Issuer}'.");
    }
}
