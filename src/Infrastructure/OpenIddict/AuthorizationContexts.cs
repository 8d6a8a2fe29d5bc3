using CleanLogin.Application.Ports;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Reads the engine's request into the port's words.</summary>
internal sealed class AuthorizationContexts(IOpenIddictApplicationManager applications, TimeProvider time)
{
    // What a client only hints at must not swell the cookie that keeps the request.
    private const int MostHintCharacters = 256;
    private const int MostValues = 10;

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
            AcrValues = [.. request.GetAcrValues().Take(MostValues)],
            Prompts = [.. request.GetPromptValues().Take(MostValues)],
            LoginHint = request.LoginHint is { Length: <= MostHintCharacters } hint ? hint : null,
            MaxAge = request.MaxAge is { } seconds and >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestAge)) : null,
            UiLocales = [.. (request.UiLocales ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostValues)],
        };
    }
}
