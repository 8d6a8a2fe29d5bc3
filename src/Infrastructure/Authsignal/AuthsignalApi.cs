using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>
/// The calls of the server API that a login needs. Bodies are read as JSON whatever media type they claim; path segments are escaped one
/// by one.
/// </summary>
internal sealed class AuthsignalApi(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // An answer that says two things says nothing.
        AllowDuplicateProperties = false,
    };

    /// <summary>Tracks an action. Repeating it with one idempotency key is safe.</summary>
    public Task<ApiAnswer<TrackResponse>> TrackAsync(string userId, string action, TrackRequest body, CancellationToken ct) =>
        SendAsync<TrackResponse>(HttpMethod.Post, $"users/{Segment(userId)}/actions/{Segment(action)}", body, ct);

    /// <summary>Looks an action up by a token.</summary>
    public Task<ApiAnswer<ValidateResponse>> ValidateAsync(ValidateRequest body, CancellationToken ct) =>
        SendAsync<ValidateResponse>(HttpMethod.Post, "validate", body, ct);

    /// <summary>Looks a person up. One that was never seen is no error.</summary>
    public Task<ApiAnswer<UserResponse>> GetUserAsync(string userId, CancellationToken ct) =>
        SendAsync<UserResponse>(HttpMethod.Get, $"users/{Segment(userId)}", null, ct);

    /// <summary>A person's authenticators.</summary>
    public Task<ApiAnswer<IReadOnlyList<AuthenticatorResponse>>> ListAuthenticatorsAsync(string userId, CancellationToken ct) =>
        SendAsync<IReadOnlyList<AuthenticatorResponse>>(HttpMethod.Get, $"users/{Segment(userId)}/authenticators", null, ct);

    /// <summary>Enrols an authenticator. Nobody checks it again, and nothing is sent to anybody: only for what was verified.</summary>
    public Task<ApiAnswer<NoContent>> EnrollAsync(string userId, EnrollRequest body, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, $"users/{Segment(userId)}/authenticators", body, Done, ct);

    /// <summary>Removes a person with all their authenticators.</summary>
    public Task<ApiAnswer<NoContent>> DeleteUserAsync(string userId, CancellationToken ct) =>
        SendAsync(HttpMethod.Delete, $"users/{Segment(userId)}", null, Done, ct);

    /// <summary>Removes an authenticator. Whether it is the last is not asked.</summary>
    public Task<ApiAnswer<NoContent>> DeleteAuthenticatorAsync(string userId, string authenticatorId, CancellationToken ct) =>
        SendAsync(
            HttpMethod.Delete, $"users/{Segment(userId)}/authenticators/{Segment(authenticatorId)}", null, Done, ct);

    private Task<ApiAnswer<T>> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct) =>
        SendAsync(method, path, body, Read<T>, ct);

    private async Task<ApiAnswer<T>> SendAsync<T>(
        HttpMethod method, string path, object? body, Func<byte[], T?> read, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body, body.GetType(), Json), Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request, ct);
        // Bytes, not text: an answer may name a character set that does not exist.
        var content = await response.Content.ReadAsByteArrayAsync(ct);
        return response.IsSuccessStatusCode
            ? new ApiAnswer<T>(response.StatusCode, read(content), null)
            : new ApiAnswer<T>(response.StatusCode, default, Read<ErrorResponse>(content)?.Code);
    }

    // Of a call that only does something the status says all.
    private static NoContent Done(byte[] content) => new();

    private static T? Read<T>(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content, Json);
        }
        catch (JsonException)
        {
            // A gateway's HTML, or a shape that is not known: there is no answer.
            return default;
        }
    }

    // '.' and '..' would name another resource even when escaped.
    private static string Segment(string value) =>
        value is "" or "." or ".."
            ? throw new ArgumentException("A path segment cannot be empty or dots.", nameof(value))
            : Uri.EscapeDataString(value);
}
