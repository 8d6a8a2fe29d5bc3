namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record ClientChallengeRequest
{
    public string? Action { get; init; }
    public string? IdempotencyKey { get; init; }
}
