using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Accounts.ResetPassword;

/// <summary>How choosing a new password by way of a mail ends.</summary>
public abstract record ResetPasswordOutcome : IValidatedOutcome<ResetPasswordOutcome>
{
    private ResetPasswordOutcome()
    {
    }

    /// <summary>It is the password now. Nobody is signed in by it: the second step stays what it was.</summary>
    public sealed record Done : ResetPasswordOutcome;

    /// <summary>That password may not be used; the way stays open.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="MinLength">Fewest characters.</param>
    public sealed record Weak(PasswordFault Fault, int MinLength) : ResetPasswordOutcome;

    /// <summary>The way is unknown, used or over.</summary>
    public sealed record Gone : ResetPasswordOutcome;

    /// <summary>The form is not filled in.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : ResetPasswordOutcome;

    /// <inheritdoc />
    public static ResetPasswordOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Done, T> done, Func<Weak, T> weak, Func<Gone, T> gone, Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(weak);
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            Done d => done(d),
            Weak w => weak(w),
            Gone g => gone(g),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
