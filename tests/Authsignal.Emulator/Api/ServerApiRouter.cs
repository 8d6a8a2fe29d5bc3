using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The server API on one page: method and decoded path to what answers it.</summary>
internal sealed class ServerApiRouter(ActionsApi actions, ValidationApi validation, UsersApi users, AuthenticatorsApi authenticators)
{
    public ApiResult Answer(ApiRequest request) => (request.Method, request.Segments) switch
    {
        (_, var segments) when segments.Contains(string.Empty) => ApiResult.NotFound("A part of the path is empty."),

        ("POST", ["validate"]) => request.WithBody<ValidateRequest>(validation.Validate),

        ("POST", ["users", var user, "actions", var action]) =>
            request.WithBody<TrackRequest>(body => actions.Track(user, action, body, request.Origin)),
        ("GET", ["users", var user, "actions"]) => actions.Query(user, request.Query),
        ("GET", ["users", var user, "actions", var action, var key]) => actions.Get(new(user, action, key)),
        ("PATCH", ["users", var user, "actions", var action, var key]) =>
            request.WithBody<UpdateActionRequest>(body => actions.Update(new(user, action, key), body)),

        ("GET", ["users"]) => users.Query(request.Query),
        ("GET", ["users", var user]) => users.Get(user),
        ("PATCH" or "POST", ["users", var user]) => request.WithBody<UserAttributes>(body => users.Update(user, body)),
        ("DELETE", ["users", var user]) => users.Delete(user),

        ("GET", ["users", var user, "authenticators"]) => authenticators.List(user),
        ("POST", ["users", var user, "authenticators"]) => request.WithBody<EnrollRequest>(body => authenticators.Enroll(user, body)),
        ("DELETE", ["users", var user, "authenticators", var authenticator]) => authenticators.Delete(user, authenticator),

        _ => ApiResult.NotFound("There is no such endpoint."),
    };
}
