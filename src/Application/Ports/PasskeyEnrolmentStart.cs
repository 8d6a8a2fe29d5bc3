namespace CleanLogin.Application.Ports;

/// <summary>What the provider says to somebody who wants to add a passkey. A state that an adapter does not know is a refusal.</summary>
public abstract record PasskeyEnrolmentStart
{
    private PasskeyEnrolmentStart()
    {
    }

    /// <summary>The browser may add one with this token.</summary>
    public sealed record Ready(PasskeyEnrolmentToken Token) : PasskeyEnrolmentStart;

    /// <summary>The provider's rules refuse it, or it keeps no passkeys.</summary>
    public sealed record Refused : PasskeyEnrolmentStart;

    /// <summary>There is no answer that can be trusted.</summary>
    public sealed record Unavailable : PasskeyEnrolmentStart;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Ready, T> ready, Func<Refused, T> refused, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(ready);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Ready r => ready(r),
            Refused r => refused(r),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
