namespace CleanLogin.Application.Sessions.EndOthers;

/// <summary>How ending all other sessions goes.</summary>
public abstract record EndOtherSessionsOutcome
{
    private EndOtherSessionsOutcome()
    {
    }

    /// <summary>They are over; there were so many.</summary>
    public sealed record Ended(int Count) : EndOtherSessionsOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : EndOtherSessionsOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Ended, T> ended, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Ended e => ended(e),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
