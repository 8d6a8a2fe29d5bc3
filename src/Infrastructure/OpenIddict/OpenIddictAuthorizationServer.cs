using System.Security.Cryptography;
using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Protocol;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>The port on OpenIddict.</summary>
internal sealed class OpenIddictAuthorizationServer(
    Interactions interactions, BrowserSession session, AccessTokens tokens, IDataProtectionProvider protection)
    : IAuthorizationServer
{
    private static readonly TimeSpan ReferenceLifetime = TimeSpan.FromHours(1);

    // One purpose each: the reference of a logout is no error, and an error is no place to go on to.
    private readonly ITimeLimitedDataProtector _errors =
        protection.CreateProtector("CleanLogin.References.Error").ToTimeLimitedDataProtector();

    private readonly ITimeLimitedDataProtector _logouts =
        protection.CreateProtector("CleanLogin.References.Logout").ToTimeLimitedDataProtector();

    public ValueTask<AuthorizationContext?> FindAuthorizationAsync(string? returnUrl, CancellationToken ct) =>
        ValueTask.FromResult(interactions.Find(returnUrl)?.Context);

    public async ValueTask<AccessTokenReading> ReadAccessTokenAsync(string scope, CancellationToken ct) => await tokens.ReadAsync(scope, ct);

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
        var next = Open(_logouts, logoutId) is { } url ? new Continuation(url) : null;
        return new LogoutCompletion(next, null, []);
    }

    public ValueTask<ProtocolError?> GetErrorAsync(string? errorId, CancellationToken ct) =>
        ValueTask.FromResult(Open(_errors, errorId) is { } json ? JsonSerializer.Deserialize<ProtocolError>(json) : null);

    /// <summary>The page that shows an error. It is named by a reference that this server alone can read, for an hour.</summary>
    public string ErrorPage(ProtocolError error) =>
        "/Error?id=" + Uri.EscapeDataString(_errors.Protect(JsonSerializer.Serialize(error), ReferenceLifetime));

    /// <summary>The page that asks whether to sign out, and then goes on to this path.</summary>
    public string LogoutPage(string resume) =>
        "/Account/Logout?LogoutId=" + Uri.EscapeDataString(_logouts.Protect(resume, ReferenceLifetime));

    private static string? Open(ITimeLimitedDataProtector protector, string? reference)
    {
        if (string.IsNullOrEmpty(reference))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(reference);
        }
        catch (CryptographicException)
        {
            // Expired, or not made by us.
            return null;
        }
    }
}
