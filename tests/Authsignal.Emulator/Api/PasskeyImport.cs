using System.Buffers.Text;
using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>Takes over passkeys that were registered elsewhere; each is taken or refused by itself.</summary>
internal sealed class PasskeyImport(Tenant tenant, AuthenticatorBook book, TimeProvider time)
{
    public ApiResult Import(BatchEnrollRequest request)
    {
        if (request.Authenticators is not { Count: > 0 } passkeys)
        {
            return ApiResult.Invalid("body must have required property 'authenticators'");
        }

        var failures = passkeys.Select(Import).OfType<ImportFailure>().ToList();
        return ApiResult.Ok(new BatchEnrollResponse(passkeys.Count, passkeys.Count - failures.Count, failures.Count, failures));
    }

    private ImportFailure? Import(ImportedPasskey passkey)
    {
        if (passkey is not { UserId: { Length: > 0 } user, CredentialId: { Length: > 0 } id, VerificationMethod: VerificationMethods.Passkey }
            || !Base64Url.IsValid(id)
            || passkey.CredentialPublicKey is not { Length: > 0 } key
            || !Base64Url.IsValid(key))
        {
            return Failure(passkey, ErrorCodes.InvalidRequest, "userId, credentialId, credentialPublicKey or verificationMethod is invalid.");
        }

        if (tenant.FindPasskey(id) is not null)
        {
            return Failure(passkey, ErrorCodes.InvalidCredential, "There is such a credential already.");
        }

        book.Enrol(tenant.GetOrAddUser(user), new UserAuthenticator(user, VerificationMethods.Passkey, time.GetUtcNow())
        {
            Passkey = new PasskeyCredential { Id = id, PublicKey = Base64Url.DecodeFromChars(key), Name = passkey.Name ?? "Passkey" },
        });
        return null;
    }

    private static ImportFailure Failure(ImportedPasskey passkey, string code, string description) =>
        new(passkey.UserId, passkey.CredentialId, code, description);
}
