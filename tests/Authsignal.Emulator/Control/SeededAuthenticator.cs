namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>What a seeded authenticator got for an id, and the secret to make codes with.</summary>
public sealed record SeededAuthenticator(string UserAuthenticatorId, string VerificationMethod, string? TotpSecret);
