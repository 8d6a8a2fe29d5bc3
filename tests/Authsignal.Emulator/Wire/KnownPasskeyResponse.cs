namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record KnownPasskeyResponse(string CredentialId, DateTimeOffset VerifiedAt);
