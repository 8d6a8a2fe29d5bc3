namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record UpdateActionRequest
{
    public string? State { get; init; }
}
