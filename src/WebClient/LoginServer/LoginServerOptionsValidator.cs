using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.LoginServer;

internal sealed class LoginServerOptionsValidator(IHostEnvironment environment) : IValidateOptions<LoginServerOptions>
{
    public ValidateOptionsResult Validate(string? name, LoginServerOptions options)
    {
        var faults = new List<string>();
        if (FaultOfAuthority(options.Authority) is { } fault)
        {
            faults.Add(fault);
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            faults.Add("ClientId is missing: the name under which the login server knows this application, for example 'web'.");
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            faults.Add("ClientSecret is missing: the secret that the login server gave this application. Set it by environment or secret store.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string? FaultOfAuthority(string authority)
    {
        if (string.IsNullOrWhiteSpace(authority))
        {
            return "Authority is missing: the URL of the login server, for example 'https://login.example.org'.";
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps
            || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
        {
            return $"Authority must be an absolute https URL without user, query and fragment, but is '{authority}'.";
        }

        return url.IsLoopback && !environment.IsDevelopment()
            ? $"Authority must be a host that browsers can reach, but is '{authority}'; a loopback address is for Development only."
            : null;
    }
}
