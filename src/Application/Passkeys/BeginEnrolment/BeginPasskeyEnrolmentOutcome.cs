using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Passkeys.BeginEnrolment;

/// <summary>How adding a passkey goes on.</summary>
public abstract record BeginPasskeyEnrolmentOutcome
{
    private BeginPasskeyEnrolmentOutcome()
    {
    }

    /// <summary>The person's browser may add one.</summary>
    /// <param name="Offer">Where, and whose.</param>
    /// <param name="Token">By what.</param>
    public sealed record Begun(PasskeyOffer.Hosted Offer, PasskeyEnrolmentToken Token) : BeginPasskeyEnrolmentOutcome;

    /// <summary>The person has to sign in first, with two factors, a short while before (RFC 9470).</summary>
    public sealed record LoginNeeded : BeginPasskeyEnrolmentOutcome;

    /// <summary>Not possible; by a rule, or because no passkeys are kept.</summary>
    public sealed record Refused : BeginPasskeyEnrolmentOutcome;

    /// <summary>The provider gives no answer.</summary>
    public sealed record Unavailable : BeginPasskeyEnrolmentOutcome;

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
