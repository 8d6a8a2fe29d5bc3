using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Protocol;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>Reads the engine's request into the port's words.</summary>
internal sealed class AuthorizationContexts(IOpenIddictApplicationManager applications, TimeProvider time)
{
    public async Task<AuthorizationContext> ReadAsync(OpenIddictRequest request, CancellationToken ct)
    {
        var application = await applications.FindByClientIdAsync(request.ClientId!, ct);
        return new CheckedRequest
        {
            ClientId = request.ClientId!,
            ClientName = application is null ? null : await applications.GetDisplayNameAsync(application, ct),
            RedirectUri = request.RedirectUri,
            Scopes = request.GetScopes(),
            AcrValues = request.GetAcrValues(),
            Prompts = request.GetPromptValues(),
            LoginHint = request.LoginHint,
            MaxAge = request.MaxAge,
            UiLocales = request.UiLocales,
        }.ToContext(time.GetUtcNow());
    }
}
