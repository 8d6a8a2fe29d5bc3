namespace CleanLogin.Application.SecurityEvents.RecordProviderEvent;

/// <summary>How a message of the MFA provider ends. None of the endings is a reason to send it again.</summary>
public abstract record RecordProviderEventOutcome
{
    private RecordProviderEventOutcome()
    {
    }

    /// <summary>It is recorded, and what follows from it is done.</summary>
    public sealed record Recorded : RecordProviderEventOutcome;

    /// <summary>It came before, and has no effect again.</summary>
    public sealed record Repeated : RecordProviderEventOutcome;

    /// <summary>It is about nobody who has an account here.</summary>
    public sealed record UnknownAccount : RecordProviderEventOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Recorded, T> recorded, Func<Repeated, T> repeated, Func<UnknownAccount, T> unknownAccount)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(repeated);
        ArgumentNullException.ThrowIfNull(unknownAccount);
        return this switch
        {
            Recorded r => recorded(r),
            Repeated r => repeated(r),
            UnknownAccount u => unknownAccount(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
