namespace CleanLogin.Application.Ports;

/// <summary>The OpenID Connect engine, as the login sees it. Works on the request at hand.</summary>
public interface IAuthorizationServer
{
    /// <summary>The authorization request that this return URL stands for. Null: it is not ours; never redirect there.</summary>
    ValueTask<AuthorizationContext?> FindAuthorizationAsync(string? returnUrl, CancellationToken ct);

    /// <summary>The session of this browser, or null. One that was revoked or has run out is none.</summary>
    ValueTask<LoginSession?> GetSessionAsync(CancellationToken ct);

    /// <summary>
    /// Issues the session under a new id, ending one that was there (ASVS 7.2.4), and says where the browser goes next; null where no
    /// authorization request is waiting. To be called only after the login's transaction was saved.
    /// </summary>
    ValueTask<Continuation?> CompleteLoginAsync(LoginCompletion login, AuthorizationContext? context, CancellationToken ct);

    /// <summary>Answers the authorization request with an error.</summary>
    ValueTask<Continuation> DenyAsync(AuthorizationContext context, AuthorizationDenial denial, CancellationToken ct);

    /// <summary>What a logout request is about, and whether the person has to confirm it (ASVS 10.6.2).</summary>
    ValueTask<LogoutContext> GetLogoutAsync(string? logoutId, CancellationToken ct);

    /// <summary>Ends the session of this browser for good and says where to go on.</summary>
    ValueTask<LogoutCompletion> CompleteLogoutAsync(string? logoutId, CancellationToken ct);

    /// <summary>The protocol error of that id, or null.</summary>
    ValueTask<ProtocolError?> GetErrorAsync(string? errorId, CancellationToken ct);

    /// <summary>
    /// What the access token of this request is worth, where an application calls this server's own API in somebody's name. It is taken from
    /// the header alone (RFC 6750 §2.1), and account and login are looked at again.
    /// </summary>
    /// <param name="scope">What the token has to allow.</param>
    /// <param name="ct">Cancels the call.</param>
    ValueTask<AccessTokenReading> ReadAccessTokenAsync(string scope, CancellationToken ct);
}
