using System.Security.Cryptography;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Sessions that the service keeps for applications which have none of their own.</summary>
internal sealed class SessionsApi(Tenant tenant, ActionTokens tokens, TimeProvider time)
{
    private const int TokenBytes = 32;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public ApiResult Create(CreateSessionRequest request)
    {
        if (request is not { ClientId: { } client, Token: { } token })
        {
            return ApiResult.Invalid("body must have required properties 'clientId' and 'token'");
        }

        if (tokens.Read(token) is not TokenReading.Valid valid
            || tenant.FindAction(valid.Action) is not { State: ActionStates.ChallengeSucceeded } action
            || (request.Action is { } code && code != action.Key.Action))
        {
            return ApiResult.Invalid("The token is invalid.");
        }

        return ApiResult.Ok(Begin(action.Key.UserId, client, action.VerificationMethod));
    }

    public ApiResult Validate(AccessTokenRequest request) =>
        Find(request.AccessToken) is { } session && request.ClientIds?.Contains(session.ClientId) is not false
            ? ApiResult.Ok(new SessionResponse(Describe(session), session.ExpiresAt.ToUnixTimeSeconds(), session.VerificationMethod))
            : Unknown();

    /// <summary>A refresh token counts once.</summary>
    public ApiResult Refresh(RefreshSessionRequest request)
    {
        if (tenant.Sessions.Find(session => session.RefreshToken == request.RefreshToken) is not { } old)
        {
            return Unknown();
        }

        tenant.Sessions.Remove(old);
        return ApiResult.Ok(Begin(old.UserId, old.ClientId, old.VerificationMethod));
    }

    public ApiResult Revoke(AccessTokenRequest request)
    {
        tenant.Sessions.RemoveAll(session => session.AccessToken == request.AccessToken);
        return ApiResult.Ok(new SuccessResponse());
    }

    public ApiResult RevokeAll(RevokeUserSessionsRequest request)
    {
        tenant.Sessions.RemoveAll(session => session.UserId == request.UserId);
        return ApiResult.Ok(new SuccessResponse());
    }

    private SessionTokensResponse Begin(string userId, string clientId, string? method)
    {
        var session = new TenantSession(userId, clientId, method, NewToken(), NewToken(), time.GetUtcNow() + Lifetime);
        tenant.Sessions.Add(session);
        return new SessionTokensResponse(session.AccessToken, session.RefreshToken);
    }

    private TenantSession? Find(string? accessToken) =>
        tenant.Sessions.Find(session => session.AccessToken == accessToken && time.GetUtcNow() < session.ExpiresAt);

    private SessionUser Describe(TenantSession session)
    {
        var known = tenant.FindUser(session.UserId)?.Attributes ?? new UserAttributes();
        return new SessionUser(session.UserId, known.Email, known.PhoneNumber, known.Username, known.DisplayName);
    }

    private static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes));

    private static ApiResult Unknown() =>
        ApiResult.Refuse(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthorized, "The session is unknown or has ended.");
}
