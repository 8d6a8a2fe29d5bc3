using Fido2NetLib;

namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record AddPasskeyRequest
{
    public string? ChallengeId { get; init; }
    public AuthenticatorAttestationRawResponse? RegistrationCredential { get; init; }
}
