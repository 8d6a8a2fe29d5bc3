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
            // Not repeated here: a URL may hold a password.
            yield return "Authsignal:Url must be the https URL of your tenant's region, with its version and nothing else, such as https://api.authsignal.com/v1.";
        }

        if (string.IsNullOrWhiteSpace(options.Secret))
        {
            yield return "Authsignal:Secret must be set to the tenant's server API key. Give it by environment or secret store, not in a file.";
        }

        if (options.TenantId is { Length: > 0 } tenant && string.IsNullOrWhiteSpace(tenant))
        {
            yield return "Authsignal:TenantId must be the tenant's id, or be left out.";
        }

        if (!ActionCode().IsMatch(options.Action))
        {
            yield return $"Authsignal:Action must be 1 to 64 letters, digits, hyphens or underscores, not '{options.Action}'.";
        }

        if (!ActionCode().IsMatch(options.ManageAction) || options.ManageAction == options.Action)
        {
            yield return "Authsignal:ManageAction must be 1 to 64 letters, digits, hyphens or underscores and another than Authsignal:Action, "
                + $"not '{options.ManageAction}'.";
        }

        foreach (var host in options.UiHosts.Where(host => !IsUiHost(host)))
        {
            yield return $"Authsignal:UiHosts must be host names (with port, where it is not 443) such as mfa.authsignal.com, not '{host}'.";
        }
    }

    // Plain http is for an emulator on the developer's own machine.
    private bool IsFit(Uri url) =>
        url.AbsolutePath.Length > 1
        && url.UserInfo.Length == 0
        && url.Query.Length == 0
        && url.Fragment.Length == 0
        && IsReachedSafely(url);

    private bool IsReachedSafely(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps
            ? !url.IsLoopback || environment.IsDevelopment()
            : url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && environment.IsDevelopment();

    // What Uri makes of it must be what was written: no scheme, path or user.
    private bool IsUiHost(string host) =>
        Uri.TryCreate($"https://{host}", UriKind.Absolute, out var url)
        && string.Equals(url.Authority, host, StringComparison.OrdinalIgnoreCase)
        && (!url.IsLoopback || environment.IsDevelopment());

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex ActionCode();
}
