using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Accounts;

/// <summary>The answer to a password.</summary>
public abstract record PasswordVerdict
{
    private PasswordVerdict()
    {
    }

    /// <summary>It is right; <paramref name="Outdated"/> asks for a new digest.</summary>
    public sealed record Verified(VerifiedPassword Evidence, bool Outdated) : PasswordVerdict;

    /// <summary>It is refused. The reason is for the log.</summary>
    public sealed record Rejected(DenialReason Reason) : PasswordVerdict;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Verified, T> verified, Func<Rejected, T> rejected)
    {
        ArgumentNullException.ThrowIfNull(verified);
        ArgumentNullException.ThrowIfNull(rejected);
        return this switch
        {
            Verified v => verified(v),
            Rejected r => rejected(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
