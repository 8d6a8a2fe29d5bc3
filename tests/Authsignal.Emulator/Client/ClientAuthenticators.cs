using CleanLogin.Authsignal.Emulator.Api;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>What a browser may know about authenticators, and do to them.</summary>
internal sealed class ClientAuthenticators(ClientSessions sessions, AuthenticatorBook book, Grants grants, KnobStore knobs, Tenant tenant)
{
    /// <summary>Addresses and numbers are masked: the token may have been begun with nothing but a password.</summary>
    public ApiResult List(ClientCaller caller) => sessions.Run(caller, session => ApiResult.Ok(
        session.User.Authenticators.Select(authenticator => Mask(session.User.Describe(authenticator))).ToList()));

    public ApiResult Remove(ClientCaller caller, string authenticatorId) => sessions.Run(caller, session => grants.MayRemove(session.Action)
        ? book.Remove(session.User, authenticatorId)
            ? ApiResult.Ok(new SuccessResponse())
            : ApiResult.NotFound("There is no such authenticator.")
        : ApiResult.Refuse(
            knobs.Current.MissingScopeStatus, ErrorCodes.Forbidden, $"The token lacks the scope {Scopes.RemoveAuthenticators}."));

    /// <summary>Whether one of the passkeys that a device remembers is still known.</summary>
    public ApiResult FindPasskey(IQueryCollection query) => tenant.Run(() =>
    {
        var known = query["credentialIds"].ToString().Split(',').Select(tenant.FindPasskey).FirstOrDefault(found => found is not null);
        return known is var (_, authenticator)
            ? ApiResult.Ok(new KnownPasskeyResponse(authenticator.Passkey!.Id, authenticator.LastVerifiedAt ?? authenticator.CreatedAt))
            : ApiResult.NotFound("There is no such credential.");
    });

    private static AuthenticatorResponse Mask(AuthenticatorResponse authenticator) => authenticator with
    {
        Email = authenticator.Email is { } email ? Masked.Email(email) : null,
        PhoneNumber = authenticator.PhoneNumber is { } number ? Masked.Phone(number) : null,
    };
}
