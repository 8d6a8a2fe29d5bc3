namespace CleanLogin.Application.Authenticators.Remove;

/// <summary>How removing an authenticator ends.</summary>
public abstract record RemoveAuthenticatorOutcome
{
    private RemoveAuthenticatorOutcome()
    {
    }

    /// <summary>It is gone.</summary>
    public sealed record Removed : RemoveAuthenticatorOutcome;

    /// <summary>The person has to sign in again first, with two factors.</summary>
    public sealed record LoginNeeded : RemoveAuthenticatorOutcome;

    /// <summary>It is the last second factor, and one is demanded.</summary>
    public sealed record LastOne : RemoveAuthenticatorOutcome;

    /// <summary>The person has no such authenticator; it may have been removed before.</summary>
    public sealed record Unknown : RemoveAuthenticatorOutcome;

    /// <summary>Another removal is under way.</summary>
    public sealed record Busy : RemoveAuthenticatorOutcome;

    /// <summary>The provider gives no answer.</summary>
    public sealed record Unavailable : RemoveAuthenticatorOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<Removed, T> removed,
        Func<LoginNeeded, T> loginNeeded,
        Func<LastOne, T> lastOne,
        Func<Unknown, T> unknown,
        Func<Busy, T> busy,
        Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(loginNeeded);
        ArgumentNullException.ThrowIfNull(lastOne);
        ArgumentNullException.ThrowIfNull(unknown);
        ArgumentNullException.ThrowIfNull(busy);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Removed r => removed(r),
            LoginNeeded l => loginNeeded(l),
            LastOne l => lastOne(l),
            Unknown u => unknown(u),
            Busy b => busy(b),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
