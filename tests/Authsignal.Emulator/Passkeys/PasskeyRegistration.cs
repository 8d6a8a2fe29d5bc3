using System.Buffers.Text;
using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Client;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Wire;
using Fido2NetLib;
using Fido2NetLib.Objects;

namespace CleanLogin.Authsignal.Emulator.Passkeys;

/// <summary>Adds a passkey to the user of a token.</summary>
internal sealed class PasskeyRegistration(
    ClientSessions sessions,
    RelyingParty party,
    Grants grants,
    Completion completion,
    ActionTokens tokens,
    KnobStore knobs,
    Tenant tenant,
    TimeProvider time)
{
    private static readonly ApiResult Unverified = ApiResult.Ok(new AddPasskeyResponse { IsVerified = false });

    public ApiResult Begin(ClientCaller caller, RegistrationOptionsRequest request) => sessions.Run(caller, session =>
    {
        if (!knobs.Current.AllowedVerificationMethods.Contains(VerificationMethods.Passkey))
        {
            return ApiResult.Refuse(
                StatusCodes.Status400BadRequest, ErrorCodes.InvalidConfiguration, "Passkeys are not configured for this tenant.");
        }

        if (!grants.MayAdd(session.Action, session.User))
        {
            return MissingScope();
        }

        var name = request.Username ?? session.User.Attributes.Username ?? session.User.Attributes.Email ?? session.User.Id;
        var options = party.RequestRegistration(
            session.User, name, request.DisplayName ?? session.User.Attributes.DisplayName ?? name, request.AuthenticatorAttachment);
        var challengeId = tenant.Ceremonies.Begin(
            new PasskeyCeremony.Registration(options, session.Action.Key, time.GetUtcNow() + knobs.Current.TokenLifetime));
        return ApiResult.Ok(new PasskeyOptionsResponse(challengeId, options));
    });

    public async Task<ApiResult> CompleteAsync(
        ClientCaller caller, AddPasskeyRequest request, ApiRequest context, CancellationToken ct)
    {
        PasskeyCeremony.Registration? ceremony = null;
        var refusal = sessions.Check(caller, session =>
        {
            ceremony = tenant.Ceremonies.Take<PasskeyCeremony.Registration>(request.ChallengeId, time.GetUtcNow());
            return ceremony is null || ceremony.Action != session.Action.Key || request.RegistrationCredential is null
                ? ApiResult.Invalid("The challenge is unknown, used or too old.")
                : null;
        });
        if (refusal is not null)
        {
            return refusal;
        }

        var made = await party.VerifyRegistrationAsync(request.RegistrationCredential!, ceremony!.Options, context.Origin, ct);
        return made is null
            ? Unverified
            : sessions.Run(caller, session => Add(session, made, ceremony.Options, context.Headers.GetValueOrDefault("User-Agent")));
    }

    private ApiResult Add(ClientSession session, RegisteredPublicKeyCredential made, CredentialCreateOptions options, string? userAgent)
    {
        var id = Base64Url.EncodeToString(made.Id);
        if (!grants.MayAdd(session.Action, session.User) || tenant.FindPasskey(id) is not null)
        {
            return Unverified;
        }

        var authenticator = new UserAuthenticator(session.User.Id, VerificationMethods.Passkey, time.GetUtcNow())
        {
            Passkey = new PasskeyCredential
            {
                Id = id,
                PublicKey = made.PublicKey,
                Name = "Passkey",
                Aaguid = made.AaGuid,
                IsMultiDevice = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                Attachment = options.AuthenticatorSelection?.AuthenticatorAttachment,
                UserAgent = userAgent,
                Transports = made.Transports ?? [],
                SignCount = made.SignCount,
            },
        };
        completion.Enrolled(session.Action, session.User, authenticator);
        return ApiResult.Ok(new AddPasskeyResponse
        {
            IsVerified = true,
            AccessToken = tokens.Issue(session.Action),
            UserAuthenticatorId = authenticator.Id,
            UserId = session.User.Id,
            UserAuthenticator = session.User.Describe(authenticator),
        });
    }

    private ApiResult MissingScope() => ApiResult.Refuse(
        knobs.Current.MissingScopeStatus, ErrorCodes.Forbidden, $"The token lacks the scope {Scopes.AddAuthenticators}.");
}
