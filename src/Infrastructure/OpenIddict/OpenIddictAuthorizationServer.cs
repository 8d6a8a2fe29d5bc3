using System.Security.Cryptography;
using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The port on OpenIddict.</summary>
internal sealed class OpenIddictAuthorizationServer(
    Interactions interactions, BrowserSession session, IDataProtectionProvider protection)
    : IAuthorizationServer
{
    private static readonly TimeSpan ReferenceLifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _references =
        protection.CreateProtector("CleanLogin.References").ToTimeLimitedDataProtector();

    public ValueTask<AuthorizationContext?> FindAuthorizationAsync(string? returnUrl, CancellationToken ct) =>
        ValueTask.FromResult(interactions.Find(returnUrl)?.Context);

    public async ValueTask<LoginSession?> GetSessionAsync(CancellationToken ct) => await session.GetAsync(ct);

    public async ValueTask<Continuation?> CompleteLoginAsync(
        LoginCompletion login, AuthorizationContext? context, CancellationToken ct)
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
        var signedIn = await session.GetAsync(ct) is not null;

        // The endpoint sends here only what no id_token_hint has vouched for.
        return new LogoutContext(logoutId, null, signedIn, Confirm: true);
    }

    public async ValueTask<LogoutCompletion> CompleteLogoutAsync(string? logoutId, CancellationToken ct)
    {
        await session.EndAsync(ct);
        var next = Open(logoutId) is { } url ? new Continuation(url) : null;
        return new LogoutCompletion(next, null, []);
    }

    public ValueTask<ProtocolError?> GetErrorAsync(string? errorId, CancellationToken ct) =>
        ValueTask.FromResult(Open(errorId) is { } json ? JsonSerializer.Deserialize<ProtocolError>(json) : null);

    /// <summary>A reference for a URL of this server's own pages: readable by this server alone, for an hour.</summary>
    public string Refer(string value) => _references.Protect(value, ReferenceLifetime);

    private string? Open(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
        {
            return null;
        }

        try
        {
            return _references.Unprotect(reference);
        }
        catch (CryptographicException)
        {
            // Expired, or not made by us.
            return null;
        }
    }
}
