namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record AuthenticatorResponse
{
    public required string UserAuthenticatorId { get; init; }
    public required string UserId { get; init; }
    public required string VerificationMethod { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset VerifiedAt { get; init; }
    public DateTimeOffset? LastVerifiedAt { get; init; }
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }
    public required bool IsDefault { get; init; }
    public WebauthnCredential? WebauthnCredential { get; init; }
}
