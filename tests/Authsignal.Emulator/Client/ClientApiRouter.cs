using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.Passkeys;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>The client API on one page.</summary>
internal sealed class ClientApiRouter(PasskeyRegistration registration, PasskeySignIn signIn, ClientAuthenticators authenticators)
{
    public Task<ApiResult> AnswerAsync(ApiRequest request, ClientCaller caller, CancellationToken ct) => (request.Method, Path(request)) switch
    {
        ("POST", ["challenge"]) => Now(request.WithBody<ClientChallengeRequest>(signIn.Announce)),

        ("POST", ["user-authenticators", "passkey", "registration-options"]) =>
            Now(request.WithBody<RegistrationOptionsRequest>(body => registration.Begin(caller, body))),
        ("POST", ["user-authenticators", "passkey"]) =>
            request.WithBodyAsync<AddPasskeyRequest>(body => registration.CompleteAsync(caller, body, request, ct)),
        ("POST", ["user-authenticators", "passkey", "authentication-options"]) =>
            Now(request.WithBody<AuthenticationOptionsRequest>(body => signIn.Begin(caller, body))),
        ("POST", ["verify", "passkey"]) =>
            request.WithBodyAsync<VerifyPasskeyRequest>(body => signIn.CompleteAsync(caller, body, request.Origin, ct)),

        ("GET", ["user-authenticators", "passkey"]) => Now(authenticators.FindPasskey(request.Query)),
        ("GET", ["user-authenticators"]) => Now(authenticators.List(caller)),
        ("DELETE", ["user-authenticators", var id]) => Now(authenticators.Remove(caller, id)),

        _ => Now(ApiResult.NotFound("There is no such endpoint.")),
    };

    /// <summary>The ending <c>/web</c> is the same call by a page that sends cookies along.</summary>
    private static string[] Path(ApiRequest request) => request.Segments is ["client", .. var path, "web"] ? path : request.Segments[1..];

    private static Task<ApiResult> Now(ApiResult result) => Task.FromResult(result);
}
