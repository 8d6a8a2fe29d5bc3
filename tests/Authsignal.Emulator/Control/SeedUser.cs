namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>A user to put in place, with authenticators that count as verified.</summary>
public sealed record SeedUser
{
    public required string UserId { get; init; }
    public string? Email { get; init; }
    public string? Username { get; init; }
    public IReadOnlyList<SeedAuthenticator> Authenticators { get; init; } = [];
}
