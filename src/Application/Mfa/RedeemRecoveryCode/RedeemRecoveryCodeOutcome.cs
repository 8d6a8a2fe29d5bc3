using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa.RedeemRecoveryCode;

/// <summary>How a recovery code is answered.</summary>
public abstract record RedeemRecoveryCodeOutcome : IValidatedOutcome<RedeemRecoveryCodeOutcome>
{
    private RedeemRecoveryCodeOutcome()
    {
    }

    /// <summary>It is redeemed; now a new authenticator is enrolled.</summary>
    public sealed record EnrolNext : RedeemRecoveryCodeOutcome;

    /// <summary>It is wrong, or was used before. The person may try again.</summary>
    public sealed record WrongCode : RedeemRecoveryCodeOutcome;

    /// <summary>Too many attempts; it was not checked.</summary>
    /// <param name="RetryAfter">How long to wait; infinite where the codes are out of use.</param>
    public sealed record Throttled(TimeSpan RetryAfter) : RedeemRecoveryCodeOutcome;

    /// <summary>There is no challenge to answer. The login has to begin again.</summary>
    public sealed record Denied(DenialReason Reason) : RedeemRecoveryCodeOutcome;

    /// <summary>It has not the form of a code.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : RedeemRecoveryCodeOutcome;

    /// <inheritdoc />
    public static RedeemRecoveryCodeOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<EnrolNext, T> enrolNext,
        Func<WrongCode, T> wrongCode,
        Func<Throttled, T> throttled,
        Func<Denied, T> denied,
        Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(enrolNext);
        ArgumentNullException.ThrowIfNull(wrongCode);
        ArgumentNullException.ThrowIfNull(throttled);
        ArgumentNullException.ThrowIfNull(denied);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            EnrolNext e => enrolNext(e),
            WrongCode w => wrongCode(w),
            Throttled t => throttled(t),
            Denied d => denied(d),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
