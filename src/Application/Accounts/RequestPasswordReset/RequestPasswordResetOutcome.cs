using CleanLogin.Application.Pipeline;

namespace CleanLogin.Application.Accounts.RequestPasswordReset;

/// <summary>How asking for a new password ends.</summary>
public abstract record RequestPasswordResetOutcome : IValidatedOutcome<RequestPasswordResetOutcome>
{
    private RequestPasswordResetOutcome()
    {
    }

    /// <summary>If there is such an account, a mail is on its way. Nobody learns whether there is.</summary>
    public sealed record Asked : RequestPasswordResetOutcome;

    /// <summary>This server sends no mail.</summary>
    public sealed record NoMail : RequestPasswordResetOutcome;

    /// <summary>
    /// Too many mails were asked for from there, to whomever; nothing was done. Said before anybody is looked up: it tells of no account.
    /// </summary>
    public sealed record Throttled(TimeSpan RetryAfter) : RequestPasswordResetOutcome;

    /// <summary>The form is not filled in.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : RequestPasswordResetOutcome;

    /// <inheritdoc />
    public static RequestPasswordResetOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Asked, T> asked, Func<NoMail, T> noMail, Func<Throttled, T> throttled, Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(noMail);
        ArgumentNullException.ThrowIfNull(throttled);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            Asked a => asked(a),
            NoMail n => noMail(n),
            Throttled t => throttled(t),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
