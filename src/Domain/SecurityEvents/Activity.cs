namespace CleanLogin.Domain.SecurityEvents;

/// <summary>What happened, as the owner of the account is told of it.</summary>
public enum Activity
{
    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>A wrong password was typed.</summary>
    WrongPassword,

    /// <summary>An attempt was not looked at, since there had been too many.</summary>
    Throttled,

    /// <summary>The second step was answered wrongly.</summary>
    WrongSecondStep,

    /// <summary>A sign-in was refused after its password.</summary>
    Refused,

    /// <summary>Another browser tried to go on with a sign-in.</summary>
    OtherBrowser,

    /// <summary>An operator forgave failed attempts.</summary>
    Unlocked,

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

    /// <summary>The owner said that something was not them.</summary>
    AlarmRaised,

    /// <summary>A mail for a new password was asked for.</summary>
    PasswordResetRequested,

    /// <summary>A new password was chosen by way of a mail.</summary>
    PasswordReset,

    /// <summary>The password was changed.</summary>
    PasswordChanged,

    /// <summary>One browser was signed out from another.</summary>
    SessionEnded,

    /// <summary>All other browsers were signed out.</summary>
    OtherSessionsEnded,

    /// <summary>The sign-ins from before were ended.</summary>
    LoginsEnded,
}
