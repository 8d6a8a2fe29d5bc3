using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa.ConfirmTotpEnrolment;

/// <summary>How an enrolment ends.</summary>
public abstract record ConfirmTotpEnrolmentOutcome : IValidatedOutcome<ConfirmTotpEnrolmentOutcome>
{
    private ConfirmTotpEnrolmentOutcome()
    {
    }

    /// <summary>The authenticator is enrolled. The recovery codes are at hand in this browser, until the login goes on or is over.</summary>
    public sealed record Enrolled : ConfirmTotpEnrolmentOutcome;

    /// <summary>The code is wrong. The person may try again.</summary>
    public sealed record WrongCode : ConfirmTotpEnrolmentOutcome;

    /// <summary>Too many attempts; it was not checked.</summary>
    /// <param name="RetryAfter">How long to wait.</param>
    public sealed record Throttled(TimeSpan RetryAfter) : ConfirmTotpEnrolmentOutcome;

    /// <summary>Nothing may be enrolled in this login (any more). It has to begin again.</summary>
    public sealed record Denied(DenialReason Reason) : ConfirmTotpEnrolmentOutcome;

    /// <summary>It has not the form of a code.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : ConfirmTotpEnrolmentOutcome;

    /// <inheritdoc />
    public static ConfirmTotpEnrolmentOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<Enrolled, T> enrolled,
        Func<WrongCode, T> wrongCode,
        Func<Throttled, T> throttled,
        Func<Denied, T> denied,
        Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(enrolled);
        ArgumentNullException.ThrowIfNull(wrongCode);
        ArgumentNullException.ThrowIfNull(throttled);
        ArgumentNullException.ThrowIfNull(denied);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            Enrolled e => enrolled(e),
            WrongCode w => wrongCode(w),
            Throttled t => throttled(t),
            Denied d => denied(d),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
