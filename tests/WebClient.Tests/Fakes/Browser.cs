using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace CleanLogin.WebClient.Tests.Fakes;

/// <summary>Keeps cookies, presses buttons, and shows redirects instead of following them.</summary>
internal sealed class Browser(HttpMessageHandler server, FakeLoginServer loginServer) : IDisposable
{
    private static readonly Uri Home = new("https://app.test/");

    private readonly CookieContainer _cookies = new();
    private HttpMessageInvoker? _connection;

    private HttpMessageInvoker Connection => _connection ??= new(new CookieContainerHandler(_cookies) { InnerHandler = server });

    public bool HasSession => _cookies.GetCookies(Home).Any(c => c.Name.StartsWith("__Host-webclient", StringComparison.Ordinal)
        && !c.Name.Contains("antiforgery", StringComparison.Ordinal));

    public async Task<Answer> GetAsync(string url) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Home, url)));

    public async Task<Answer> PostAsync(string url, params (string Name, string Value)[] fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Home, url))
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });

    /// <summary>Presses a button of a page: posts the form around it with its hidden fields.</summary>
    public async Task<Answer> PressAsync(string url, string button)
    {
        var page = await GetAsync(url);
        var form = Regex.Matches(page.Html, "<form.*?</form>", RegexOptions.Singleline).Select(m => m.Value)
            .Single(f => f.Contains($">{button}</button>", StringComparison.Ordinal));
        var action = HttpUtility.HtmlDecode(Regex.Match(form, "action=\"([^\"]*)\"").Groups[1].Value);
        return await PostAsync(action, ("__RequestVerificationToken", TokenIn(form)));
    }

    public async Task<string> FormTokenAsync(string url) => TokenIn((await GetAsync(url)).Html);

    /// <summary>Presses the button, lets the login server answer with these claims, and comes back.</summary>
    public async Task<Answer> SignInAsync(Dictionary<string, object> claims, string button = "Sign in")
    {
        var question = (await PressAsync("/", button)).Query;
        var code = loginServer.IssueCode(question["nonce"]!, claims);
        return await GetAsync($"/signin-oidc?code={code}&state={Uri.EscapeDataString(question["state"]!)}");
    }

    public void Dispose()
    {
        _connection?.Dispose();
        server.Dispose();
    }

    private static string TokenIn(string html) =>
        Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]*)\"").Groups[1].Value;

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var response = await Connection.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
