using System.Net;

namespace CleanLogin.Web.Tests.Hosting;

/// <summary>The cookies of one browser. Expired ones are judged by the server, whose clock the test moves.</summary>
internal sealed class CookieJar : DelegatingHandler
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lasting = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public void Set(string name, string value) => _cookies[name] = value;

    public void Clear() => _cookies.Clear();

    /// <summary>Forgets what has no date of its own (RFC 6265 §5.3).</summary>
    public void CloseBrowser()
    {
        foreach (var name in _cookies.Keys.Except(_lasting).ToArray())
        {
            _cookies.Remove(name);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var line in lines)
            {
                Keep(line);
            }
        }

        return response;
    }

    private void Keep(string line)
    {
        var pair = line.Split(';', 2)[0].Split('=', 2);
        if (line.Contains("; expires=", StringComparison.OrdinalIgnoreCase) || line.Contains("; max-age=", StringComparison.OrdinalIgnoreCase))
        {
            _lasting.Add(pair[0]);
        }
        else
        {
            _lasting.Remove(pair[0]);
        }

        if (pair[1].Length == 0 || line.Contains("01 Jan 1970", StringComparison.Ordinal))
        {
            _cookies.Remove(pair[0]);
        }
        else
        {
            _cookies[pair[0]] = WebUtility.HtmlDecode(pair[1]);
        }
    }
}
