namespace CleanLogin.Application.Accounts.GetPasswordReset;

/// <summary>How looking at a way to a new password ends.</summary>
public abstract record GetPasswordResetOutcome
{
    private GetPasswordResetOutcome()
    {
    }

    /// <summary>It is open.</summary>
    /// <param name="Username">For whom.</param>
    /// <param name="MinLength">Fewest characters of the new password.</param>
    public sealed record Open(string Username, int MinLength) : GetPasswordResetOutcome;

    /// <summary>It is unknown, used or over.</summary>
    public sealed record Gone : GetPasswordResetOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Open, T> open, Func<Gone, T> gone)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(gone);
        return this switch
        {
            Open o => open(o),
            Gone g => gone(g),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
