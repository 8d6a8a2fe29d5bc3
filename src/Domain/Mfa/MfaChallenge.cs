namespace CleanLogin.Domain.Mfa;

/// <summary>The one challenge that a transaction waits for.</summary>
/// <param name="Action">What the challenge is for, so that a token made for something else is not taken.</param>
/// <param name="Reference">The provider's name for this very challenge; fresh for each transaction.</param>
/// <param name="Enrol">Whether the person enrols a first authenticator by it.</param>
public sealed record MfaChallenge(string Action, string Reference, bool Enrol)
{
    /// <summary>Whether the verdict is about this challenge.</summary>
    public bool IsAnsweredBy(ChallengeVerdict.Passed passed)
    {
        ArgumentNullException.ThrowIfNull(passed);
        return string.Equals(passed.Action, Action, StringComparison.Ordinal)
            && string.Equals(passed.Reference, Reference, StringComparison.Ordinal);
    }
}
