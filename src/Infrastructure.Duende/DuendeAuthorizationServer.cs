using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Protocol;
using CleanLogin.Infrastructure.Sessions;
using Duende.IdentityServer.Services;

namespace CleanLogin.Infrastructure.Duende;

/// <summary>The port on Duende IdentityServer. Sessions and waiting requests are this server's own, the same as with the other engine.</summary>
internal sealed class DuendeAuthorizationServer(
    Interactions interactions, BrowserSession session, AccessTokens tokens, IIdentityServerInteractionService engine)
    : IAuthorizationServer
{
    public ValueTask<AuthorizationContext?> FindAuthorizationAsync(string? returnUrl, CancellationToken ct) =>
        ValueTask.FromResult(interactions.Find(returnUrl)?.Context);

    public async ValueTask<LoginSession?> GetSessionAsync(CancellationToken ct) => await session.GetAsync(ct);

    public async ValueTask<Continuation?> CompleteLoginAsync(LoginCompletion login, AuthorizationContext? context, CancellationToken ct)
    {
        await session.BeginAsync(login, ct);
        return context is null ? null : new Continuation(context.ReturnUrl);
    }

    public ValueTask<Continuation> DenyAsync(AuthorizationContext context, AuthorizationDenial denial, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        interactions.Deny(context, denial);
        return ValueTask.FromResult(new Continuation(context.ReturnUrl));
    }

    public async ValueTask<LogoutContext> GetLogoutAsync(string? logoutId, CancellationToken ct)
    {
        var request = await engine.GetLogoutContextAsync(logoutId);
        var signedIn = await session.GetAsync(ct) is not null;

        // The request names the session whose ID token it came with; whoever names no session, or another, has proved nothing.
        var proven = request.SessionId is not null && string.Equals(request.SessionId, session.Reference, StringComparison.Ordinal);
        return new LogoutContext(logoutId, request.ClientName, signedIn, Confirm: !proven);
    }

    public async ValueTask<LogoutCompletion> CompleteLogoutAsync(string? logoutId, CancellationToken ct)
    {
        var request = await engine.GetLogoutContextAsync(logoutId);
        await session.EndAsync(ct);
        return new LogoutCompletion(request.PostLogoutRedirectUri is { } back ? new Continuation(back) : null, request.ClientName, []);
    }

    public async ValueTask<ProtocolError?> GetErrorAsync(string? errorId, CancellationToken ct) =>
        await engine.GetErrorContextAsync(errorId) is { Error: { } code } error ? new ProtocolError(code, error.ErrorDescription) : null;

    public async ValueTask<AccessTokenReading> ReadAccessTokenAsync(string scope, CancellationToken ct) => await tokens.ReadAsync(scope, ct);
}
