namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>Who is to be signed in by passkey, and for what.</summary>
internal sealed record PasskeyUse
{
    public required string UserId { get; init; }
    public string? Action { get; init; }
    public string? IdempotencyKey { get; init; }
}
