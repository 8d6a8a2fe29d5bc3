using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The server API on one page: method and decoded path to what answers it.</summary>
internal sealed class ServerApiRouter(
    ActionsApi actions,
    ValidationApi validation,
    ChallengesApi challenges,
    SessionsApi sessions,
    UsersApi users,
    AuthenticatorsApi authenticators,
    PasskeyImport import,
    DevicesApi devices)
{
    public ApiResult Answer(ApiRequest request) => (request.Method, request.Segments) switch
    {
        (_, var segments) when segments.Contains(string.Empty) => ApiResult.NotFound("A part of the path is empty."),

        ("POST", ["validate"]) => request.WithBody<ValidateRequest>(validation.Validate),

        ("POST", ["challenge"]) => request.WithBody<ChallengeRequest>(challenges.Send),
        ("POST", ["verify"]) => request.WithBody<VerifyRequest>(challenges.Verify),
        ("POST", ["claim"]) => request.WithBody<ClaimRequest>(challenges.Claim),
        // Documented as GET; two of the official clients POST it, with the same query.
        ("GET" or "POST", ["challenges"]) => challenges.Find(request.Query),

        ("POST", ["sessions"]) => request.WithBody<CreateSessionRequest>(sessions.Create),
        ("POST", ["sessions", "validate"]) => request.WithBody<AccessTokenRequest>(sessions.Validate),
        ("POST", ["sessions", "refresh"]) => request.WithBody<RefreshSessionRequest>(sessions.Refresh),
        ("POST", ["sessions", "revoke"]) => request.WithBody<AccessTokenRequest>(sessions.Revoke),
        ("POST", ["sessions", "user", "revoke"]) => request.WithBody<RevokeUserSessionsRequest>(sessions.RevokeAll),

        ("GET", ["authenticators"]) => devices.Configurations(),

        ("POST", ["users", var user, "actions", var action]) =>
            request.WithBody<TrackRequest>(body => actions.Track(user, action, body, request.Origin)),
        ("GET", ["users", var user, "actions"]) => actions.Query(user, request.Query),
        ("GET", ["users", var user, "actions", var action, var key]) => actions.Get(new(user, action, key)),
        ("PATCH", ["users", var user, "actions", var action, var key]) =>
            request.WithBody<UpdateActionRequest>(body => actions.Update(new(user, action, key), body)),

        ("GET", ["users"]) => users.Query(request.Query),
        // Before the older alias for updating a user, who may be called so as well: PATCH reaches that one.
        ("POST", ["users", "authenticators"]) => request.WithBody<BatchEnrollRequest>(import.Import),
        ("GET", ["users", var user]) => users.Get(user),
        ("PATCH" or "POST", ["users", var user]) => request.WithBody<UserAttributes>(body => users.Update(user, body)),
        ("DELETE", ["users", var user]) => users.Delete(user),

        ("GET", ["users", var user, "authenticators"]) => authenticators.List(user),
        ("POST", ["users", var user, "authenticators"]) => request.WithBody<EnrollRequest>(body => authenticators.Enroll(user, body)),
        ("DELETE", ["users", var user, "authenticators", var authenticator]) => authenticators.Delete(user, authenticator),

        ("GET", ["users", var user, "devices"]) => devices.List(user),
        ("POST", ["users", var user, "devices", var device, "invalidate"]) => devices.Invalidate(user, device),

        _ => ApiResult.NotFound("There is no such endpoint."),
    };
}
