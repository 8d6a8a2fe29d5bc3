namespace CleanLogin.Application.Ports;

/// <summary>Whether an attempt may be checked.</summary>
public abstract record AttemptCharge
{
    private AttemptCharge()
    {
    }

    /// <summary>It is charged and may be checked.</summary>
    public sealed record Allowed : AttemptCharge;

    /// <summary>A pause is in force, or the credential is out of use.</summary>
    /// <param name="RetryAfter">How long it still lasts; <see cref="Timeout.InfiniteTimeSpan"/> where the credential is out of use.</param>
    /// <param name="Hidden">
    /// The credential is out of use by failures so old that no pause shows them any more. A password must be answered as if it were
    /// wrong: of a name without an account such failures are forgotten, and the difference would tell which has one.
    /// </param>
    public sealed record Refused(TimeSpan RetryAfter, bool Hidden = false) : AttemptCharge;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Allowed, T> allowed, Func<Refused, T> refused)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Allowed a => allowed(a),
            Refused r => refused(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
