namespace CleanLogin.Application.Operations.UnlockAccount;

/// <summary>What became of it. For an operator alone: it tells whether there is such an account.</summary>
public abstract record UnlockAccountOutcome
{
    private UnlockAccountOutcome()
    {
    }

    /// <summary>The failures are forgiven.</summary>
    /// <param name="IsActive">Whether the account may be used at all; unlocking does not change that.</param>
    public sealed record Unlocked(bool IsActive) : UnlockAccountOutcome;

    /// <summary>No account has that name.</summary>
    public sealed record NoSuchAccount : UnlockAccountOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Unlocked, T> unlocked, Func<NoSuchAccount, T> noSuchAccount)
    {
        ArgumentNullException.ThrowIfNull(unlocked);
        ArgumentNullException.ThrowIfNull(noSuchAccount);
        return this switch
        {
            Unlocked u => unlocked(u),
            NoSuchAccount n => noSuchAccount(n),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
