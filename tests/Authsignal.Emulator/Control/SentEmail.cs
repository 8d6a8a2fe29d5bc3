namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>A code as it would have arrived, by e-mail or in a text message.</summary>
public sealed record SentEmail
{
    public required string To { get; init; }
    public required string Code { get; init; }
    public required string UserId { get; init; }
    public required string Action { get; init; }
    public required string IdempotencyKey { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}
