using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal;

internal sealed partial class AuthsignalOptionsValidator(IHostEnvironment environment) : IValidateOptions<AuthsignalOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthsignalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(AuthsignalOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || !IsFit(url))
        {
            yield return $"Authsignal:Url must be the https URL of your tenant's region, such as https://api.authsignal.com/v1, not '{options.Url}'.";
        }

        if (string.IsNullOrWhiteSpace(options.Secret))
        {
            yield return "Authsignal:Secret must be set to the tenant's server API key. Give it by environment or secret store, not in a file.";
        }

        if (!ActionCode().IsMatch(options.Action))
        {
            yield return $"Authsignal:Action must be 1 to 64 letters, digits, hyphens or underscores, not '{options.Action}'.";
        }

        if (options.UiHosts.Count == 0)
        {
            yield return "Authsignal:UiHosts must name the host of the pre-built UI, such as mfa.authsignal.com.";
        }
    }

    // Plain http is for an emulator on the developer's own machine.
    private bool IsFit(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
            ? !url.IsLoopback || environment.IsDevelopment()
            : url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && environment.IsDevelopment();

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex ActionCode();
}
