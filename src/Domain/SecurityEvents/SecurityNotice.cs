namespace CleanLogin.Domain.SecurityEvents;

/// <summary>What the owner of an account is written to about (ASVS 6.3.7).</summary>
public enum SecurityNotice
{
    /// <summary>An authenticator was added.</summary>
    AuthenticatorAdded,

    /// <summary>An authenticator was changed.</summary>
    AuthenticatorChanged,

    /// <summary>An authenticator was removed.</summary>
    AuthenticatorRemoved,

    /// <summary>A passkey was refused, since there may be a copy of it.</summary>
    PasskeyCopySuspected,

    /// <summary>New recovery codes were issued.</summary>
    RecoveryCodesIssued,

    /// <summary>A recovery code was used.</summary>
    RecoveryCodeUsed,

    /// <summary>The owner said that something was not them; everybody was signed out.</summary>
    AlarmRaised,

    /// <summary>The password was changed by somebody who knew the one before.</summary>
    PasswordChanged,

    /// <summary>A new password was chosen by way of a mail.</summary>
    PasswordReset,
}
