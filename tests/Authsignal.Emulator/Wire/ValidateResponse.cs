namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record ValidateResponse
{
    public required bool IsValid { get; init; }
    public string? State { get; init; }
    public DateTimeOffset? StateUpdatedAt { get; init; }
    public string? UserId { get; init; }

    /// <summary>The documented name. Half of the official clients read only the other one, so both are sent.</summary>
    public string? Action { get; init; }
    public string? ActionCode { get; init; }
    public string? IdempotencyKey { get; init; }
    public string? VerificationMethod { get; init; }
    public string? Error { get; init; }
}
