namespace CleanLogin.Application.Ports;

/// <summary>Whether an attempt may be checked.</summary>
public abstract record AttemptCharge
{
    private AttemptCharge()
    {
    }

    /// <summary>It is charged and may be checked.</summary>
    public sealed record Allowed : AttemptCharge;

    /// <summary>A pause is in force.</summary>
    /// <param name="RetryAfter">How long it still lasts; <see cref="Timeout.InfiniteTimeSpan"/> where the credential is out of use.</param>
    public sealed record Refused(TimeSpan RetryAfter) : AttemptCharge;

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
