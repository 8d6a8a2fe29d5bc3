using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace CleanLogin.Authsignal.Emulator.Tests;

/// <summary>Writes requests byte for byte: no path is normalised and nothing is retried.</summary>
internal sealed class ApiClient(Uri baseAddress) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true);

    public string? Secret { get; set; } = "sk_emulator";

    public async Task<ApiAnswer> SendAsync(
        string method, string target, string? body, CancellationToken ct, string contentType = MediaTypeNames.Application.Json)
    {
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var uri = new Uri($"{baseAddress.GetLeftPart(UriPartial.Authority)}{target}", asWritten);
        using var request = new HttpRequestMessage(new HttpMethod(method), uri);
        if (Secret is not null && target.StartsWith("/v1", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Secret}:")));
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(contentType));
        }

        using var response = await _http.SendAsync(request, ct);
        return new ApiAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(ct),
            response.Headers.RetryAfter?.ToString());
    }

    public Task<ApiAnswer> GetAsync(string target, CancellationToken ct) => SendAsync("GET", target, body: null, ct);

    public Task<ApiAnswer> PostAsync(string target, object body, CancellationToken ct) =>
        SendAsync("POST", target, JsonSerializer.Serialize(body), ct);

    public Task<ApiAnswer> PatchAsync(string target, object body, CancellationToken ct) =>
        SendAsync("PATCH", target, JsonSerializer.Serialize(body), ct);

    public Task<ApiAnswer> DeleteAsync(string target, CancellationToken ct) => SendAsync("DELETE", target, body: null, ct);

    /// <summary>Tracks "login" of a user whose id needs no escaping.</summary>
    public Task<ApiAnswer> TrackAsync(string userId, CancellationToken ct, string action = "login", string? key = null) => PostAsync(
        $"/v1/users/{userId}/actions/{action}",
        new { idempotencyKey = key ?? Guid.NewGuid().ToString(), redirectUrl = "https://login.example/callback?tx=1" },
        ct);

    public Task<ApiAnswer> ValidateAsync(string token, CancellationToken ct) => PostAsync("/v1/validate", new { token }, ct);

    public void Dispose() => _http.Dispose();
}

internal sealed record ApiAnswer(HttpStatusCode Status, string? MediaType, string Body, string? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>A member as text, or null if it is absent.</summary>
    public string? this[string name] => Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    public string Token => this["token"]!;

    public bool Flag(string name) => Json.GetProperty(name).GetBoolean();

    public IEnumerable<string?> Texts(string name) => Json.GetProperty(name).EnumerateArray().Select(value => value.GetString());
}
