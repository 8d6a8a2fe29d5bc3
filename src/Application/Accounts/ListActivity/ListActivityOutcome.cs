namespace CleanLogin.Application.Accounts.ListActivity;

/// <summary>What the page of activity shows.</summary>
public abstract record ListActivityOutcome
{
    private ListActivityOutcome()
    {
    }

    /// <summary>These, newest first.</summary>
    /// <param name="Entries">What happened.</param>
    /// <param name="Older">The number before which there is more; null: this is all.</param>
    public sealed record Listed(IReadOnlyList<RepeatedActivity> Entries, long? Older) : ListActivityOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : ListActivityOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Listed, T> listed, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Listed l => listed(l),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
