using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Hosting;

/// <summary>The framework takes anything, and then answers nobody: a URL is the host of no request.</summary>
internal sealed class AllowedHostsValidator : IValidateOptions<HostFilteringOptions>
{
    public ValidateOptionsResult Validate(string? name, HostFilteringOptions options)
    {
        var faults = options.AllowedHosts.Where(host => !IsHost(host))
            .Select(host => $"AllowedHosts must be host names without scheme, port and path, separated by semicolons, not '{host}'.").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsHost(string host) =>
        host == "*" || Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) is not UriHostNameType.Unknown;
}
