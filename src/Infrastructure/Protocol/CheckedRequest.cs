using System.Text;
using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>An authorization request that an engine has checked, in the engine's own values.</summary>
internal sealed record CheckedRequest
{
    // What a client only hints at must not swell the cookie that keeps the request.
    private const int MostHintCharacters = 256;
    private const int MostValues = 10;

    // The longest language tag that must be borne (RFC 5646 §4.4.1).
    private const int MostLocaleCharacters = 35;

    // No name of a level, so nobody reaches it.
    private const string UnknownLevel = "unknown";

    // Longer than any session lives, and short enough for a TimeSpan, whatever number the client sends.
    private const long LongestAge = 100L * 365 * 24 * 60 * 60;

    public required string ClientId { get; init; }

    public string? ClientName { get; init; }

    public string? RedirectUri { get; init; }

    public IEnumerable<string> Scopes { get; init; } = [];

    public IEnumerable<string> AcrValues { get; init; } = [];

    public IEnumerable<string> Prompts { get; init; } = [];

    public string? LoginHint { get; init; }

    /// <summary>In seconds.</summary>
    public long? MaxAge { get; init; }

    public string? UiLocales { get; init; }

    /// <summary>In the port's words, cut to what can be kept. It begins now, and has no return URL yet.</summary>
    public AuthorizationContext ToContext(DateTimeOffset now) => new()
    {
        ReturnUrl = string.Empty,
        ClientId = ClientId,
        ClientName = ClientName ?? ClientId,
        RedirectUri = RedirectUri,
        BeganAt = now,
        Scopes = [.. Scopes.Take(MostValues)],
        // In the place of unknown names one of our own: theirs may be as many and as long as the client likes.
        AcrValues = [.. AcrValues.Select(name => Acr.Find(name) is null ? UnknownLevel : name).Distinct(StringComparer.Ordinal)],
        Prompts = [.. Prompts.Take(MostValues)],
        LoginHint = LoginHint is { Length: <= MostHintCharacters } hint ? hint : null,
        MaxAge = MaxAge is { } seconds and >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestAge)) : null,
        UiLocales =
        [
            .. (UiLocales ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(tag => tag.Length <= MostLocaleCharacters && Ascii.IsValid(tag))
                .Take(MostValues),
        ],
    };
}
