using System.Net;
using System.Text.RegularExpressions;

namespace CleanLogin.Authsignal.Emulator.Tests;

/// <summary>A browser without script: opens screens and posts their forms, but does not follow where they lead.</summary>
internal sealed class UiClient(Uri baseAddress) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true)
    {
        BaseAddress = baseAddress,
    };

    public Task<UiScreen> OpenAsync(string token, CancellationToken ct, string? method = null) =>
        ReadAsync(_http.GetAsync($"/?token={token}{(method is null ? string.Empty : $"&method={method}")}", ct), ct);

    public Task<UiScreen> OpenAsync(Uri url, CancellationToken ct) => ReadAsync(_http.GetAsync(url, ct), ct);

    public async Task<UiScreen> PostAsync(string action, string token, CancellationToken ct, string? code = null, string? email = null)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string?> { ["token"] = token, ["code"] = code, ["email"] = email }
            .Where(field => field.Value is not null));
        return await ReadAsync(_http.PostAsync(action, form, ct), ct);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<UiScreen> ReadAsync(Task<HttpResponseMessage> sending, CancellationToken ct)
    {
        using var response = await sending;
        return new UiScreen(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(ct),
            response.Headers.Location?.OriginalString,
            response.Headers.ToDictionary(
                header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }
}

internal sealed partial record UiScreen(HttpStatusCode Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Name of the screen, apart from its wording.</summary>
    public string? Name => ScreenName().Match(Html) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The token that goes back to the application, if any.</summary>
    public string? ReturnedToken =>
        TokenParameter().Match(Location ?? string.Empty) is { Success: true } match ? match.Groups[1].Value : null;

    public bool Has(string id) => Html.Contains($"id=\"{id}\"", StringComparison.Ordinal);

    public string Text(string id) => WebUtility.HtmlDecode(Regex.Match(Html, $"id=\"{id}\"[^>]*>([^<]*)<").Groups[1].Value);

    [GeneratedRegex("data-screen=\"([^\"]*)\"")]
    private static partial Regex ScreenName();

    [GeneratedRegex("[?&]token=([^&#]*)")]
    private static partial Regex TokenParameter();
}
