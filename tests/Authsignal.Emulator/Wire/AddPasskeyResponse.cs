namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record AddPasskeyResponse
{
    public required bool IsVerified { get; init; }
    public string? AccessToken { get; init; }
    public string? UserAuthenticatorId { get; init; }
    public string? UserId { get; init; }
    public AuthenticatorResponse? UserAuthenticator { get; init; }
}
