using System.Collections.Specialized;
using System.Net;
using System.Web;

namespace CleanLogin.WebClient.Tests.Fakes;

internal sealed record Answer(HttpResponseMessage Response, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? Location => Response.Headers.Location?.OriginalString;

    public NameValueCollection Query => HttpUtility.ParseQueryString(new Uri(Location!).Query);

    public string Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";

    /// <summary>The value of a claim in the table of the home page.</summary>
    public string? Claim(string name)
    {
        var cell = System.Text.RegularExpressions.Regex.Match(Html, $"data-claim=\"{name}\">\\s*<code>(.*?)</code>");
        return cell.Success ? HttpUtility.HtmlDecode(cell.Groups[1].Value) : null;
    }
}
