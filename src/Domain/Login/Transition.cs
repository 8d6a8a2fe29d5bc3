namespace CleanLogin.Domain.Login;

/// <summary>What a call did to a transaction: moved it, or was refused. A refusal may still have left something to be saved.</summary>
public abstract record Transition
{
    private Transition()
    {
    }

    /// <summary>The transaction is now in this state.</summary>
    public sealed record Moved(LoginState To) : Transition;

    /// <summary>The call was refused for this reason.</summary>
    public sealed record Refused(DenialReason Reason) : Transition;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Moved, T> moved, Func<Refused, T> refused)
    {
        ArgumentNullException.ThrowIfNull(moved);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Moved m => moved(m),
            Refused r => refused(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
