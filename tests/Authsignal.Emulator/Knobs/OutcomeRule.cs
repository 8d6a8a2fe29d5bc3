namespace CleanLogin.Authsignal.Emulator.Knobs;

/// <summary>Decides the outcome of an action. A part that is not given fits everything.</summary>
public sealed record OutcomeRule
{
    /// <summary>ALLOW, BLOCK, CHALLENGE or REVIEW.</summary>
    public required string Outcome { get; init; }

    public string? Action { get; init; }

    public string? UserId { get; init; }

    internal int Specificity => (UserId is null ? 0 : 2) + (Action is null ? 0 : 1);

    internal bool Fits(string userId, string action) => (UserId ?? userId) == userId && (Action ?? action) == action;
}
