namespace CleanLogin.Application.Passkeys.CompleteEnrolment;

/// <summary>What became of adding a passkey.</summary>
public abstract record CompletePasskeyEnrolmentOutcome
{
    private CompletePasskeyEnrolmentOutcome()
    {
    }

    /// <summary>A passkey is there that was not known before.</summary>
    public sealed record Added : CompletePasskeyEnrolmentOutcome;

    /// <summary>There is none that was not known before.</summary>
    public sealed record NoneAdded : CompletePasskeyEnrolmentOutcome;

    /// <summary>The provider gives no answer.</summary>
    public sealed record Unavailable : CompletePasskeyEnrolmentOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Added, T> added, Func<NoneAdded, T> noneAdded, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(noneAdded);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Added a => added(a),
            NoneAdded n => noneAdded(n),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
