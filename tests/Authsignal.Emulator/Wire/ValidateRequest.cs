namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record ValidateRequest
{
    public string? Token { get; init; }
    public string? UserId { get; init; }
    public string? Action { get; init; }
}
