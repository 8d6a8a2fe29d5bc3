namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record EnrollRequest
{
    public string? VerificationMethod { get; init; }
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }

    /// <summary>An otpauth: URI, from which the secret is taken.</summary>
    public string? OtpUri { get; init; }
    public bool? IsDefault { get; init; }
}
