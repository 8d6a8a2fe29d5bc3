using System.Buffers.Text;
using System.Formats.Cbor;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using Fido2NetLib;
using Fido2NetLib.Objects;

namespace CleanLogin.Authsignal.Emulator.Passkeys;

/// <summary>WebAuthn with the domain and the origins of the knobs, checked by a library as the real service checks it.</summary>
internal sealed class RelyingParty(KnobStore knobs)
{
    private static readonly PubKeyCredParam[] Algorithms = [new(COSE.Algorithm.ES256), new(COSE.Algorithm.RS256)];

    public CredentialCreateOptions RequestRegistration(
        TenantUser user, string name, string displayName, AuthenticatorAttachment? attachment) =>
        Create().RequestNewCredential(new RequestNewCredentialParams
        {
            User = new Fido2User { Id = user.Handle, Name = name, DisplayName = displayName },
            ExcludeCredentials = Describe(user),
            PubKeyCredParams = Algorithms,
            AuthenticatorSelection = new AuthenticatorSelection
            {
                AuthenticatorAttachment = attachment,
                ResidentKey = ResidentKeyRequirement.Required,
                UserVerification = UserVerificationRequirement.Required,
            },
        });

    /// <param name="user">Whose passkeys will do; null: whatever passkey the browser finds.</param>
    public AssertionOptions RequestSignIn(TenantUser? user) => Create().GetAssertionOptions(new GetAssertionOptionsParams
    {
        AllowedCredentials = user is null ? [] : Describe(user),
        UserVerification = UserVerificationRequirement.Required,
    });

    /// <returns>The new credential, or null if the answer does not prove that there is one.</returns>
    public async Task<RegisteredPublicKeyCredential?> VerifyRegistrationAsync(
        AuthenticatorAttestationRawResponse answer, CredentialCreateOptions options, Uri ownOrigin, CancellationToken ct)
    {
        try
        {
            return await Create(ownOrigin).MakeNewCredentialAsync(
                new MakeNewCredentialParams
                {
                    AttestationResponse = answer,
                    OriginalOptions = options,
                    IsCredentialIdUniqueToUserCallback = (_, _) => Task.FromResult(true),
                },
                ct);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return null;
        }
    }

    /// <returns>Whether the answer proves that the passkey was used; its counter is then moved on.</returns>
    public async Task<bool> VerifySignInAsync(
        AuthenticatorAssertionRawResponse answer,
        AssertionOptions options,
        TenantUser owner,
        PasskeyCredential passkey,
        Uri ownOrigin,
        CancellationToken ct)
    {
        try
        {
            var result = await Create(ownOrigin).MakeAssertionAsync(
                new MakeAssertionParams
                {
                    AssertionResponse = answer,
                    OriginalOptions = options,
                    StoredPublicKey = passkey.PublicKey,
                    StoredSignatureCounter = passkey.SignCount,
                    IsUserHandleOwnerOfCredentialIdCallback = (claim, _) =>
                        Task.FromResult(claim.UserHandle.AsSpan().SequenceEqual(owner.Handle)),
                },
                ct);
            passkey.SignCount = result.SignCount;
            return true;
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            return false;
        }
    }

    /// <summary>The library says by these that an answer is wrong, or that it cannot even be read.</summary>
    private static bool IsRefusal(Exception exception) => exception
        is Fido2VerificationException
        or CborContentException
        or FormatException
        or ArgumentException
        or InvalidOperationException;

    private Fido2 Create(Uri? ownOrigin = null)
    {
        var origins = knobs.Current.ExpectedOrigins.ToHashSet(StringComparer.Ordinal);
        if (ownOrigin is not null)
        {
            origins.Add(ownOrigin.GetLeftPart(UriPartial.Authority));
        }

        return new Fido2(new Fido2Configuration
        {
            RPID = knobs.Current.RelyingPartyId,
            RPName = "Authsignal Emulator",
            Origins = origins,
        });
    }

    private static List<PublicKeyCredentialDescriptor> Describe(TenantUser user) =>
    [
        .. user.Authenticators.Select(authenticator => authenticator.Passkey).OfType<PasskeyCredential>().Select(passkey =>
            new PublicKeyCredentialDescriptor(
                PublicKeyCredentialType.PublicKey, Base64Url.DecodeFromChars(passkey.Id), [.. passkey.Transports])),
    ];
}
