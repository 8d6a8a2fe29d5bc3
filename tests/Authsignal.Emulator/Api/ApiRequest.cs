using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>A request that has been read completely, so that answering it is a plain function.</summary>
internal sealed class ApiRequest
{
    private ApiRequest(HttpRequest request, string rawTarget, string body)
    {
        Method = request.Method;
        RawTarget = rawTarget;
        Path = RawPath.Of(rawTarget);
        Segments = RawPath.Segments(Path)[1..];
        Query = request.Query;
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        ContentType = request.ContentType;
        Origin = new Uri($"{request.Scheme}://{request.Host}");
        Body = body;
    }

    public string Method { get; }
    public string RawTarget { get; }
    public string Path { get; }

    /// <summary>The decoded parts of the path after the version.</summary>
    public string[] Segments { get; }
    public IQueryCollection Query { get; }
    public IReadOnlyDictionary<string, string> Headers { get; }
    public string? ContentType { get; }

    /// <summary>Scheme, host and port by which the client reached the emulator: its UI is there as well.</summary>
    public Uri Origin { get; }
    public string Body { get; }

    public static async Task<ApiRequest> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        return new ApiRequest(context.Request, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, body);
    }

    /// <summary>Hands the body on as <typeparamref name="T"/>, or answers why it isn't one.</summary>
    public ApiResult WithBody<T>(Func<T, ApiResult> answer) => Read<T>(out var body) ?? answer(body!);

    /// <inheritdoc cref="WithBody{T}"/>
    public Task<ApiResult> WithBodyAsync<T>(Func<T, Task<ApiResult>> answer) =>
        Read<T>(out var body) is { } refusal ? Task.FromResult(refusal) : answer(body!);

    /// <returns>Why the body isn't one, or null if it is.</returns>
    private ApiResult? Read<T>(out T? body)
    {
        body = default;
        if (ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return ApiResult.Refuse(
                StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidRequest, "The body must be application/json.");
        }

        try
        {
            body = JsonSerializer.Deserialize<T>(Body, WireJson.Options);
            return body is null ? ApiResult.Invalid("body must be object") : null;
        }
        catch (JsonException exception)
        {
            return ApiResult.Invalid($"body{exception.Path?.TrimStart('$')} is malformed");
        }
    }
}
