namespace CleanLogin.Application.Authenticators.BeginEnrolment;

/// <summary>How adding an authenticator goes on.</summary>
public abstract record BeginEnrolmentOutcome
{
    private BeginEnrolmentOutcome()
    {
    }

    /// <summary>The browser goes to <paramref name="Url"/>, which may hold a token.</summary>
    public sealed record Begun(Uri Url) : BeginEnrolmentOutcome
    {
        /// <summary>Without the URL.</summary>
        public override string ToString() => nameof(Begun);
    }

    /// <summary>The person has to sign in again first, with two factors.</summary>
    public sealed record LoginNeeded : BeginEnrolmentOutcome;

    /// <summary>Not possible; by a rule, or because the provider has no such pages.</summary>
    public sealed record Refused : BeginEnrolmentOutcome;

    /// <summary>The provider gives no answer.</summary>
    public sealed record Unavailable : BeginEnrolmentOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Begun, T> begun, Func<LoginNeeded, T> loginNeeded, Func<Refused, T> refused, Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(begun);
        ArgumentNullException.ThrowIfNull(loginNeeded);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Begun b => begun(b),
            LoginNeeded l => loginNeeded(l),
            Refused r => refused(r),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
