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

        foreach (var (key, code) in Actions(options).Skip(1).Where(action => !ActionCode().IsMatch(action.Code) || IsTaken(action, options)))
        {
            yield return $"Authsignal:{key} must be 1 to 64 letters, digits, hyphens or underscores and another than "
                + $"{string.Join(", ", Actions(options).Where(other => other.Key != key).Select(other => "Authsignal:" + other.Key))}, not '{code}'.";
        }

        foreach (var host in options.UiHosts.Where(host => !IsUiHost(host)))
        {
            yield return $"Authsignal:UiHosts must be host names (with port, where it is not 443) such as mfa.authsignal.com, not '{host}'.";
        }
    }

    private static IEnumerable<(string Key, string Code)> Actions(AuthsignalOptions options) =>
    [
        (nameof(options.Action), options.Action),
        (nameof(options.ManageAction), options.ManageAction),
        (nameof(options.PasskeyAction), options.PasskeyAction),
        (nameof(options.AddPasskeyAction), options.AddPasskeyAction),
    ];

    // What somebody did under one of them must not count as another, a login least of all.
    private static bool IsTaken((string Key, string Code) action, AuthsignalOptions options) =>
        Actions(options).Any(other => other.Key != action.Key && other.Code == action.Code);

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
