namespace CleanLogin.Domain.Accounts;

/// <summary>What the policy says of a password that somebody has chosen.</summary>
public abstract record NewPasswordVerdict
{
    private NewPasswordVerdict()
    {
    }

    /// <summary>It may be used.</summary>
    public sealed record Accepted : NewPasswordVerdict
    {
        internal Accepted(NewPassword password) => Password = password;

        /// <summary>The evidence.</summary>
        public NewPassword Password { get; }
    }

    /// <summary>It may not.</summary>
    public sealed record Refused(PasswordFault Fault) : NewPasswordVerdict;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Accepted, T> accepted, Func<Refused, T> refused)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Accepted a => accepted(a),
            Refused r => refused(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
