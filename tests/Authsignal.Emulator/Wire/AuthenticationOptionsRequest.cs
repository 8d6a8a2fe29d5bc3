namespace CleanLogin.Authsignal.Emulator.Wire;

internal sealed record AuthenticationOptionsRequest
{
    /// <summary>Of a challenge that the page has begun by naming an action.</summary>
    public string? ChallengeId { get; init; }
}
