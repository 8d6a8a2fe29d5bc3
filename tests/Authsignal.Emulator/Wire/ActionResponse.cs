namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>One action, as get, update and query answer it.</summary>
internal sealed record ActionResponse
{
    public required string ActionCode { get; init; }
    public required string IdempotencyKey { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset StateUpdatedAt { get; init; }
    public string? VerificationMethod { get; init; }
    public string? VerifiedByAuthenticatorId { get; init; }
}
