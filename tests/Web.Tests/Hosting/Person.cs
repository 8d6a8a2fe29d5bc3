using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OtpNet;

namespace CleanLogin.Web.Tests.Hosting;

/// <summary>A person at a browser without JavaScript: follows redirects and refreshes, fills in forms with whatever is hidden in them.</summary>
internal sealed class Person(HttpClient client, CookieJar cookies, LoginServer server) : IDisposable
{
    private const int MostHops = 12;

    private Uri _url = LoginServer.Address;

    public HttpResponseMessage Response { get; private set; } = new();

    public string Html { get; private set; } = string.Empty;

    public IHtmlDocument Document { get; private set; } = new HtmlParser().ParseDocument(string.Empty);

    public Uri Url => _url;

    public HttpStatusCode Status => Response.StatusCode;

    public string? Alert => Document.QuerySelector("[role='alert']")?.TextContent.Trim();

    public CookieJar Cookies => cookies;

    /// <summary>Where the browser goes on to, if that is another host: by a redirect, or by a page that navigates by itself.</summary>
    public Uri? LeavesFor => Next() is { } next && next.Authority != LoginServer.Address.Authority ? next : null;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<Person> OpenAsync(string url)
    {
        await ArriveAsync(await client.GetAsync(new Uri(_url, url), Ct), new Uri(_url, url));
        return this;
    }

    /// <summary>Fills in the form that has this field and sends it.</summary>
    public async Task<Person> SubmitAsync(params (string Field, string Value)[] typed)
    {
        using var content = Fill(typed, out var action);
        await ArriveAsync(await client.PostAsync(action, content, Ct), action);
        return this;
    }

    /// <summary>Presses the button of the form that goes to this handler of the page.</summary>
    public async Task<Person> PressAsync(string handler)
    {
        var form = Document.Forms.Single(candidate =>
            candidate.GetAttribute("action")?.EndsWith("handler=" + handler, StringComparison.Ordinal) is true);
        using var content = Fill(form, [], out var action);
        await ArriveAsync(await client.PostAsync(action, content, Ct), action);
        return this;
    }

    /// <summary>Sends the form without following where the answer leads, and without becoming its page.</summary>
    public async Task<HttpResponseMessage> SubmitAsideAsync(params (string Field, string Value)[] typed)
    {
        using var content = Fill(typed, out var action);
        return await client.PostAsync(action, content, Ct);
    }

    /// <summary>Sends a body as it is, under this type, without following where the answer leads.</summary>
    public async Task<HttpResponseMessage> PostAsideAsync(string url, string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await client.PostAsync(new Uri(_url, url), content, Ct);
    }

    /// <summary>Fetches without following where the answer leads.</summary>
    public async Task<HttpResponseMessage> FetchAsideAsync(string url, AuthenticationHeaderValue? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_url, url));
        request.Headers.Authorization = header;
        return await client.SendAsync(request, Ct);
    }

    public Task<Person> SignInAsync(string username = "alice", string password = "alice") =>
        SubmitAsync(("Input.Username", username), ("Input.Password", password));

    /// <summary>From the login page to a session, enrolling an authenticator app on the way; returns its secret.</summary>
    public async Task<string> EnrolAsync(string username = "alice", string password = "alice", string returnUrl = "/")
    {
        await OpenAsync("/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));
        await SignInAsync(username, password);
        var secret = Document.QuerySelector("#totp-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();
        await SubmitAsync(("Input.Code", CodeOf(secret)));
        await OpenAsync(Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!);
        return secret;
    }

    public string CodeOf(string secret) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(server.Time.GetUtcNow().UtcDateTime);

    public bool HasSession => Cookies.Cookies.ContainsKey("__Host-cleanlogin");

    public void Dispose() => client.Dispose();

    private FormUrlEncodedContent Fill((string Field, string Value)[] typed, out Uri action)
    {
        var form = Document.Forms.First(candidate => typed.Length == 0 || candidate.Elements.Any(element =>
            (element as IHtmlInputElement)?.Name == typed[0].Field));
        return Fill(form, typed, out action);
    }

    private FormUrlEncodedContent Fill(IHtmlFormElement form, (string Field, string Value)[] typed, out Uri action)
    {
        action = new Uri(_url, form.GetAttribute("action") ?? string.Empty);
        var fields = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Type == "hidden")
            .Select(input => (Field: input.Name ?? string.Empty, Value: input.Value))
            .Where(hidden => typed.All(pair => pair.Field != hidden.Field))
            .Concat(typed)
            .Select(pair => new KeyValuePair<string, string>(pair.Field, pair.Value));
        return new FormUrlEncodedContent(fields);
    }

    private async Task ArriveAsync(HttpResponseMessage response, Uri url)
    {
        for (var hop = 0; hop < MostHops; hop++)
        {
            await ReadAsync(response, url);
            if (Next() is not { } next || next.Authority != LoginServer.Address.Authority)
            {
                return;
            }

            url = next;
            response = await client.GetAsync(url, Ct);
        }

        throw new InvalidOperationException($"The browser was sent in a circle, last to {url.AbsolutePath}.");
    }

    private async Task ReadAsync(HttpResponseMessage response, Uri url)
    {
        _url = url;
        Response = response;
        Html = await response.Content.ReadAsStringAsync(Ct);
        Document = await new HtmlParser().ParseDocumentAsync(Html, Ct);
    }

    private Uri? Next()
    {
        if (Response.Headers.Location is { } location)
        {
            return new Uri(_url, location);
        }

        var refresh = Document.QuerySelector("meta[http-equiv='refresh']")?.GetAttribute("content");
        return refresh is null ? null : new Uri(_url, refresh.Split("url=", 2)[1]);
    }
}
