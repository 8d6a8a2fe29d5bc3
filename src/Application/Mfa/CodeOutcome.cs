using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Mfa;

/// <summary>How a code that a person typed is answered.</summary>
public abstract record CodeOutcome : IValidatedOutcome<CodeOutcome>
{
    private CodeOutcome()
    {
    }

    /// <summary>It was accepted; the browser goes to the callback with this token.</summary>
    public sealed record Accepted(ChallengeToken Token) : CodeOutcome;

    /// <summary>It is wrong, or was used before. The person may try again.</summary>
    public sealed record WrongCode : CodeOutcome;

    /// <summary>Too many attempts; it was not checked.</summary>
    /// <param name="RetryAfter">How long to wait; infinite where the credential is out of use.</param>
    public sealed record Throttled(TimeSpan RetryAfter) : CodeOutcome;

    /// <summary>There is no challenge to answer. The login has to begin again.</summary>
    public sealed record Denied(DenialReason Reason) : CodeOutcome;

    /// <summary>It has not the form of a code.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : CodeOutcome;

    /// <inheritdoc />
    public static CodeOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<Accepted, T> accepted,
        Func<WrongCode, T> wrongCode,
        Func<Throttled, T> throttled,
        Func<Denied, T> denied,
        Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(wrongCode);
        ArgumentNullException.ThrowIfNull(throttled);
        ArgumentNullException.ThrowIfNull(denied);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            Accepted a => accepted(a),
            WrongCode w => wrongCode(w),
            Throttled t => throttled(t),
            Denied d => denied(d),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
