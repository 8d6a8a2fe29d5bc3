namespace CleanLogin.Authsignal.Emulator.Wire;

/// <param name="ChallengeId">To be sent back with the browser's answer.</param>
/// <param name="Options">The JSON form of creation or request options (WebAuthn Level 3 §5.1.8, §5.1.9).</param>
internal sealed record PasskeyOptionsResponse(string ChallengeId, object Options);
