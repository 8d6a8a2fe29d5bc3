using CleanLogin.Application.Pipeline;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Accounts.ChangePassword;

/// <summary>How changing a password ends.</summary>
public abstract record ChangePasswordOutcome : IValidatedOutcome<ChangePasswordOutcome>
{
    private ChangePasswordOutcome()
    {
    }

    /// <summary>The new one is the password now.</summary>
    public sealed record Done : ChangePasswordOutcome;

    /// <summary>The present password was refused, or not looked at because of a pause.</summary>
    public sealed record Denied(DenialReason Reason, TimeSpan? RetryAfter) : ChangePasswordOutcome;

    /// <summary>The new password may not be used.</summary>
    public sealed record Weak(PasswordFault Fault, int MinLength) : ChangePasswordOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : ChangePasswordOutcome;

    /// <summary>The form is not filled in.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : ChangePasswordOutcome;

    /// <inheritdoc />
    public static ChangePasswordOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Done, T> done, Func<Denied, T> denied, Func<Weak, T> weak, Func<SignedOut, T> signedOut, Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(denied);
        ArgumentNullException.ThrowIfNull(weak);
        ArgumentNullException.ThrowIfNull(signedOut);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            Done d => done(d),
            Denied d => denied(d),
            Weak w => weak(w),
            SignedOut s => signedOut(s),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
