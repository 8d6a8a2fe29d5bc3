using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Ports;

/// <summary>What a browser's answer to a <see cref="PasskeyAsk"/> proves.</summary>
public abstract record PasskeyUse
{
    private PasskeyUse()
    {
    }

    /// <summary>Somebody used their passkey for this, for the first time. The challenge is spent.</summary>
    /// <param name="User">Whose passkey.</param>
    /// <param name="Method">What this use proves.</param>
    /// <param name="Reference">Names this use; made from its challenge.</param>
    /// <param name="At">When it was accepted.</param>
    public sealed record Accepted(UserId User, AuthenticationMethod Method, string Reference, DateTimeOffset At) : PasskeyUse;

    /// <summary>The same was answered before.</summary>
    public sealed record AlreadyUsed : PasskeyUse;

    /// <summary>The signature is right, but the counter went back: there may be a copy. It is recorded; the challenge is spent.</summary>
    public sealed record Suspect(UserId User) : PasskeyUse;

    /// <summary>It proves nothing: garbage, too late, for something else, by somebody else's key, or by none that is known.</summary>
    public sealed record Refused : PasskeyUse;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Accepted, T> accepted, Func<AlreadyUsed, T> alreadyUsed, Func<Suspect, T> suspect, Func<Refused, T> refused)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(alreadyUsed);
        ArgumentNullException.ThrowIfNull(suspect);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Accepted a => accepted(a),
            AlreadyUsed a => alreadyUsed(a),
            Suspect s => suspect(s),
            Refused r => refused(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
