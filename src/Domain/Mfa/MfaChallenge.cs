namespace CleanLogin.Domain.Mfa;

/// <summary>The one challenge that a transaction waits for.</summary>
/// <param name="Action">What the challenge is for, so that a token made for something else is not taken.</param>
/// <param name="Reference">The provider's name for this very challenge; fresh for each transaction.</param>
/// <param name="Enrol">Whether the person enrols a first authenticator by it.</param>
public sealed record MfaChallenge(string Action, string Reference, bool Enrol)
{
    /// <summary>
    /// What challenges on this server's own pages are for. No hosted provider can have an action of that name: theirs have no colon. So the
    /// name says who answers for the token that comes back.
    /// </summary>
    public const string OwnPages = "own:login";

    /// <summary>The same, where the own pages stand in for a hosted provider that is down.</summary>
    public const string OwnPagesInOutage = "own:outage";

    /// <summary>Whether this server's own pages ask. If not, they must neither accept nor enrol anything in this login.</summary>
    public bool IsOnOwnPages => Action is OwnPages or OwnPagesInOutage;

    /// <summary>
    /// Whether the own pages stand in for another provider. Then they ask for what was enrolled before, and enrol nothing: whoever can make
    /// the provider unavailable would enrol an authenticator of their own.
    /// </summary>
    public bool IsStandIn => Action is OwnPagesInOutage;

    /// <summary>Whether the verdict is about this challenge.</summary>
    public bool IsAnsweredBy(ChallengeVerdict.Passed passed)
    {
        ArgumentNullException.ThrowIfNull(passed);
        return string.Equals(passed.Action, Action, StringComparison.Ordinal)
            && string.Equals(passed.Reference, Reference, StringComparison.Ordinal);
    }
}
