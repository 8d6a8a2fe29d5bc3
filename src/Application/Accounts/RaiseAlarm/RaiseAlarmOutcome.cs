namespace CleanLogin.Application.Accounts.RaiseAlarm;

/// <summary>How raising the alarm ends.</summary>
public abstract record RaiseAlarmOutcome
{
    private RaiseAlarmOutcome()
    {
    }

    /// <summary>Everybody is signed out, and a new password is due.</summary>
    public sealed record Raised : RaiseAlarmOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : RaiseAlarmOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Raised, T> raised, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(raised);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Raised r => raised(r),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
