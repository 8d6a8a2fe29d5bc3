namespace CleanLogin.Application.Sessions.End;

/// <summary>How ending one session goes.</summary>
public abstract record EndSessionOutcome
{
    private EndSessionOutcome()
    {
    }

    /// <summary>It is over, and so are the refresh tokens that came from it.</summary>
    public sealed record Ended : EndSessionOutcome;

    /// <summary>This person has no such session (any more).</summary>
    public sealed record Gone : EndSessionOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : EndSessionOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Ended, T> ended, Func<Gone, T> gone, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Ended e => ended(e),
            Gone g => gone(g),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
