using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>An answer names where the browser goes: only to the service's own pages.</summary>
internal sealed partial class AuthsignalPages(IOptions<AuthsignalOptions> options, ILogger<AuthsignalPages> logger)
{
    /// <summary>The address, or null where it is none that a browser may be sent to.</summary>
    public Uri? Check(string? text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url.UserInfo.Length == 0
            && options.Value.UiHosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase))
        {
            return url;
        }

        LogForeignUi();
        return null;
    }

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error,
        Message = "Authsignal sends browsers to a host that Authsignal:UiHosts does not list. Add the host of your custom domain there.")]
    private partial void LogForeignUi();
}
