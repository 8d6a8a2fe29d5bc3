using CleanLogin.Application.Pipeline;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login.Begin;

/// <summary>How the first step of a login ends.</summary>
public abstract record BeginLoginOutcome : IValidatedOutcome<BeginLoginOutcome>
{
    private BeginLoginOutcome()
    {
    }

    /// <summary>A session was issued; no second step was needed.</summary>
    public sealed record SignedIn(Continuation Continuation) : BeginLoginOutcome;

    /// <summary>The browser goes to <paramref name="Url"/>; the secret goes into this transaction's cookie and nowhere else.</summary>
    public sealed record ChallengeRequired(Uri Url, LoginTransactionId Transaction, BrowserSecret Secret, DateTimeOffset ExpiresAt)
        : BeginLoginOutcome
    {
        /// <summary>Without the URL, which may hold a token.</summary>
        public override string ToString() => nameof(ChallengeRequired);
    }

    /// <summary>The login is refused. The reason is for the log; what a person reads does not tell credentials and accounts apart.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="RetryAfter">How long a pause lasts, where one is in force.</param>
    public sealed record Denied(DenialReason Reason, TimeSpan? RetryAfter = null) : BeginLoginOutcome;

    /// <summary>The form is not filled in.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : BeginLoginOutcome;

    /// <inheritdoc />
    public static BeginLoginOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<SignedIn, T> signedIn, Func<ChallengeRequired, T> challengeRequired, Func<Denied, T> denied, Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(signedIn);
        ArgumentNullException.ThrowIfNull(challengeRequired);
        ArgumentNullException.ThrowIfNull(denied);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            SignedIn s => signedIn(s),
            ChallengeRequired c => challengeRequired(c),
            Denied d => denied(d),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
