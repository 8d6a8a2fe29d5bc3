namespace CleanLogin.Application.Ports;

/// <summary>What became of removing an authenticator.</summary>
public abstract record AuthenticatorRemoval
{
    private AuthenticatorRemoval()
    {
    }

    /// <summary>It is gone.</summary>
    public sealed record Removed : AuthenticatorRemoval;

    /// <summary>The person has no such authenticator.</summary>
    public sealed record Unknown : AuthenticatorRemoval;

    /// <summary>There is no answer that can be trusted: it may be gone or not.</summary>
    public sealed record Unavailable : AuthenticatorRemoval;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Removed, T> removed, Func<Unknown, T> unknown, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(unknown);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Removed r => removed(r),
            Unknown u => unknown(u),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
