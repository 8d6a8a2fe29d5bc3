using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using OtpNet;

namespace CleanLogin.Benchmarks;

/// <summary>A browser without JavaScript, with cookies of its own.</summary>
internal sealed class Visitor(HttpClient http)
{
    private const int MostHops = 12;

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private IHtmlDocument _document = new HtmlParser().ParseDocument(string.Empty);
    private Uri _address = new(ServerProcess.Issuer);

    public bool IsSignedIn => _cookies.ContainsKey("__Host-cleanlogin");

    public async Task OpenAsync(string path)
    {
        var next = new Uri(_address, path);
        for (var hop = 0; hop < MostHops && next is not null; hop++)
        {
            using var answer = await SendAsync(HttpMethod.Get, next, null);
            next = await ArriveAsync(next, answer);
        }
    }

    public async Task SubmitAsync(params (string Name, string Value)[] typed)
    {
        var (target, fields) = Fill(typed);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await SendAsync(HttpMethod.Post, target, form);
        if (await ArriveAsync(target, answer) is { } next)
        {
            await OpenAsync(next.PathAndQuery);
        }
    }

    /// <summary>Sends the form of the page, which stays as it is: as often as wanted, and at once.</summary>
    public async Task SubmitAsideAsync(params (string Name, string Value)[] typed)
    {
        var (target, fields) = Fill(typed);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await SendAsync(HttpMethod.Post, target, form);
    }

    /// <summary>Follows nothing: the address to which the answer leads.</summary>
    public async Task<Uri> AskAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, new Uri(_address, path), null);
        return answer.Headers.Location ?? throw new InvalidOperationException($"{path} was answered by {answer.StatusCode}.");
    }

    public Task SignInAsync() => SubmitAsync(("Input.Username", "alice"), ("Input.Password", "alice"));

    public string Secret => _document.QuerySelector("#totp-secret")?.TextContent.Trim()
        ?? throw new InvalidOperationException("This page enrols no app.");

    public string? Continue => _document.QuerySelector("main a.button.primary")?.GetAttribute("href");

    public Task TypeCodeAsync(string secret) => SubmitAsync(("Input.Code", new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp()));

    private (Uri Target, IEnumerable<KeyValuePair<string, string>> Fields) Fill((string Name, string Value)[] typed)
    {
        var form = _document.Forms.First(candidate =>
            candidate.Elements.OfType<IHtmlInputElement>().Any(input => input.Name == typed[0].Name && input.Type != "hidden"));
        var hidden = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Type == "hidden" && typed.All(pair => pair.Name != input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return (new Uri(_address, form.GetAttribute("action") ?? string.Empty), [.. hidden, .. typed.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address.PathAndQuery, UriKind.Relative)) { Content = body };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        return await http.SendAsync(request);
    }

    private async Task<Uri?> ArriveAsync(Uri address, HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var key, var content] ? (key, content) : (cookie, string.Empty);
            if (value.Length == 0)
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }

        _address = address;
        _document = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var refresh = _document.QuerySelector("meta[http-equiv='refresh']")?.GetAttribute("content")?.Split("url=", 2)[1];
        var next = answer.Headers.Location ?? (refresh is null ? null : new Uri(refresh, UriKind.RelativeOrAbsolute));
        return next is null ? null : new Uri(address, next);
    }
}
