namespace CleanLogin.Authsignal.Emulator.Control;

public sealed record SeedAuthenticator
{
    /// <summary>Any text, so that a client can be shown a method that it does not know.</summary>
    public required string VerificationMethod { get; init; }

    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }

    /// <summary>Base32 secret of an authenticator app; absent: one is made up.</summary>
    public string? TotpSecret { get; init; }
}
