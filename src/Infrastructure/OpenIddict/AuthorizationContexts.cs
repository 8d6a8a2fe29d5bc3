using System.Text;
using CleanLogin.Application.Authorization;
using CleanLogin.Application.Ports;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Reads the engine's request into the port's words.</summary>
internal sealed class AuthorizationContexts(IOpenIddictApplicationManager applications, TimeProvider time)
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

    public async Task<AuthorizationContext> ReadAsync(OpenIddictRequest request, CancellationToken ct)
    {
        var application = await applications.FindByClientIdAsync(request.ClientId!, ct);
        var name = application is null ? null : await applications.GetDisplayNameAsync(application, ct);
        return new AuthorizationContext
        {
            ReturnUrl = string.Empty,
            ClientId = request.ClientId!,
            ClientName = name ?? request.ClientId!,
            RedirectUri = request.RedirectUri,
            BeganAt = time.GetUtcNow(),
            Scopes = [.. request.GetScopes().Take(MostValues)],
            // In the place of unknown names one of our own: theirs may be as many and as long as the client likes.
            AcrValues = [.. request.GetAcrValues().Select(name => Acr.Find(name) is null ? UnknownLevel : name).Distinct(StringComparer.Ordinal)],
            Prompts = [.. request.GetPromptValues().Take(MostValues)],
            LoginHint = request.LoginHint is { Length: <= MostHintCharacters } hint ? hint : null,
            MaxAge = request.MaxAge is { } seconds and >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestAge)) : null,
            UiLocales =
            [
                .. (request.UiLocales ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(tag => tag.Length <= MostLocaleCharacters && Ascii.IsValid(tag))
                    .Take(MostValues),
            ],
        };
    }
}
