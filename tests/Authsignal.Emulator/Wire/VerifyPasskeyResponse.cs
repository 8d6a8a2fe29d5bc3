namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record VerifyPasskeyResponse
{
    public required bool IsVerified { get; init; }
    public string? AccessToken { get; init; }
    public string? UserId { get; init; }
    public string? UserAuthenticatorId { get; init; }
    public string? Username { get; init; }
    public string? UserDisplayName { get; init; }
}
