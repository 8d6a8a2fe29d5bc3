namespace CleanLogin.Application.Mails.ListPickedUp;

/// <summary>How the query ends.</summary>
public abstract record ListPickedUpMailsOutcome
{
    private ListPickedUpMailsOutcome()
    {
    }

    /// <summary>The mails, the newest first.</summary>
    public sealed record Listed(IReadOnlyList<PickedUpMail> Mails) : ListPickedUpMailsOutcome;

    /// <summary>There is no such thing on this server.</summary>
    public sealed record NotHere : ListPickedUpMailsOutcome;

    /// <summary>One answer per case.</summary>
    public T Match<T>(Func<Listed, T> listed, Func<NotHere, T> notHere)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(notHere);
        return this switch
        {
            Listed l => listed(l),
            NotHere n => notHere(n),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
