using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Client;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Passkeys;

/// <summary>Signs somebody in by passkey: as the proof of an action with a token, or out of nothing as autofill does.</summary>
internal sealed class PasskeySignIn(
    ClientSessions sessions,
    RelyingParty party,
    Completion completion,
    ActionTokens tokens,
    KnobStore knobs,
    Tenant tenant,
    TimeProvider time)
{
    private static readonly ApiResult Unverified = ApiResult.Ok(new VerifyPasskeyResponse { IsVerified = false });

    private static readonly ApiResult UnknownCredential = ApiResult.Refuse(
        StatusCodes.Status400BadRequest, ErrorCodes.InvalidCredential, "The credential is not valid for this user.");

    private DateTimeOffset Expiry => time.GetUtcNow() + knobs.Current.TokenLifetime;

    /// <summary>A page says what somebody is about to do, before it knows who.</summary>
    public ApiResult Announce(ClientChallengeRequest request) => ActionOpening.IsCode(request.Action)
        ? tenant.Run(() => ApiResult.Ok(new ChallengeIdResponse(tenant.Ceremonies.Begin(
            new PasskeyCeremony.Announced(new SignInPurpose(request.Action, request.IdempotencyKey), Expiry)))))
        : ApiResult.Invalid("body.action must match pattern \"^[a-zA-Z0-9_-]{1,64}$\"");

    public ApiResult Begin(ClientCaller caller, AuthenticationOptionsRequest request) => caller is ClientCaller.Holder
        ? sessions.Run(caller, session => Ask(session.User, session.Action.Key, purpose: null, challengeId: null))
        : tenant.Run(() =>
        {
            var announced = tenant.Ceremonies.Take<PasskeyCeremony.Announced>(request.ChallengeId, time.GetUtcNow());
            return request.ChallengeId is not null && announced is null
                ? ApiResult.Invalid("The challenge is unknown, used or too old.")
                : Ask(user: null, action: null, announced?.Purpose, request.ChallengeId);
        });

    public async Task<ApiResult> CompleteAsync(ClientCaller caller, VerifyPasskeyRequest request, Uri ownOrigin, CancellationToken ct)
    {
        var (ceremony, found) = tenant.Run(() => (
            tenant.Ceremonies.Take<PasskeyCeremony.SignIn>(request.ChallengeId, time.GetUtcNow()),
            request.AuthenticationCredential?.Id is { } id ? tenant.FindPasskey(id) : null));
        if (ceremony is null || request.AuthenticationCredential is null || ceremony.Action != (caller as ClientCaller.Holder)?.Action)
        {
            return ApiResult.Invalid("The challenge is unknown, used or too old.");
        }

        if (found is not var (user, authenticator) || (ceremony.Action is { UserId: var expected } && expected != user.Id))
        {
            return UnknownCredential;
        }

        var isVerified = await party.VerifySignInAsync(
            request.AuthenticationCredential, ceremony.Options, user, authenticator.Passkey!, ownOrigin, ct);
        if (!isVerified)
        {
            return Unverified;
        }

        return ceremony.Action is null
            ? tenant.Run(() => SignIn(user, authenticator, ceremony.Purpose, request.DeviceId))
            : sessions.Run(caller, session => Challenged(session, authenticator));
    }

    private ApiResult Ask(TenantUser? user, ActionKey? action, SignInPurpose? purpose, string? challengeId)
    {
        var options = party.RequestSignIn(user);
        var ceremony = new PasskeyCeremony.SignIn(options, action, purpose, Expiry);
        return ApiResult.Ok(new PasskeyOptionsResponse(tenant.Ceremonies.Begin(ceremony, challengeId), options));
    }

    private ApiResult Challenged(ClientSession session, UserAuthenticator authenticator)
    {
        completion.Challenged(session.Action, authenticator);
        return Verified(session.Action, session.User, authenticator);
    }

    private ApiResult SignIn(TenantUser user, UserAuthenticator authenticator, SignInPurpose? purpose, string? deviceId)
    {
        var action = completion.SignedIn(user, authenticator, purpose?.Action, purpose?.IdempotencyKey, deviceId);
        return Verified(action, user, authenticator);
    }

    private ApiResult Verified(TrackedAction action, TenantUser user, UserAuthenticator authenticator) => ApiResult.Ok(
        new VerifyPasskeyResponse
        {
            IsVerified = true,
            AccessToken = tokens.Issue(action),
            UserId = user.Id,
            UserAuthenticatorId = authenticator.Id,
            Username = user.Attributes.Username,
            UserDisplayName = user.Attributes.DisplayName,
        });
}
