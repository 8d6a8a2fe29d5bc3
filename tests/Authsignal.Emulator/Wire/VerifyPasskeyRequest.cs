using Fido2NetLib;

namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record VerifyPasskeyRequest
{
    public string? ChallengeId { get; init; }
    public AuthenticatorAssertionRawResponse? AuthenticationCredential { get; init; }

    /// <summary>What the browser library keeps in its cookie.</summary>
    public string? DeviceId { get; init; }
}
