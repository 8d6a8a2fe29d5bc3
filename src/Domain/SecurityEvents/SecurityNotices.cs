namespace CleanLogin.Domain.SecurityEvents;

/// <summary>
/// Of which events the owner of the account is told by mail: of every change of what the account is signed in with. Each event stands here,
/// with its notice or with null.
/// </summary>
public static class SecurityNotices
{
    /// <summary>The decision for each type of event.</summary>
    public static IReadOnlyDictionary<Type, SecurityNotice?> Table { get; } = new Dictionary<Type, SecurityNotice?>
    {
        // Attempts and logins: there are many of them, and the person was there, or was kept out.
        [typeof(PasswordRejected)] = null,
        [typeof(LoginThrottled)] = null,
        [typeof(MfaChallengeIssued)] = null,
        [typeof(MfaFellBack)] = null,
        [typeof(MfaChallengePassed)] = null,
        [typeof(MfaChallengeRejected)] = null,
        [typeof(BrowserMismatchSeen)] = null,
        [typeof(LoginSucceeded)] = null,
        [typeof(LoginDenied)] = null,
        [typeof(LoginExpired)] = null,

        // Nothing that is signed in with was changed, or not yet.
        [typeof(AccountUnlocked)] = null,
        [typeof(AuthenticatorEnrolmentBegan)] = null,
        [typeof(AuthenticatorRemovalBegan)] = null,

        // The mail that was asked for says so itself.
        [typeof(PasswordResetRequested)] = null,

        // What comes with a change that has a notice of its own.
        [typeof(LoginsEnded)] = null,

        // The person did it on the page that shows it, and nobody is let in by it.
        [typeof(SessionEnded)] = null,
        [typeof(OtherSessionsEnded)] = null,

        // A mail about a mail that could not be delivered would not be delivered either.
        [typeof(MailUndeliverable)] = null,

        [typeof(AuthenticatorEnrolled)] = SecurityNotice.AuthenticatorAdded,
        [typeof(AuthenticatorRemoved)] = SecurityNotice.AuthenticatorRemoved,
        [typeof(PasskeyCopySuspected)] = SecurityNotice.PasskeyCopySuspected,
        [typeof(ProviderAuthenticatorAdded)] = SecurityNotice.AuthenticatorAdded,
        [typeof(ProviderAuthenticatorChanged)] = SecurityNotice.AuthenticatorChanged,
        [typeof(ProviderAuthenticatorRemoved)] = SecurityNotice.AuthenticatorRemoved,
        [typeof(RecoveryCodesIssued)] = SecurityNotice.RecoveryCodesIssued,
        [typeof(RecoveryCodeRedeemed)] = SecurityNotice.RecoveryCodeUsed,
        [typeof(AlarmRaised)] = SecurityNotice.AlarmRaised,
        [typeof(PasswordChanged)] = SecurityNotice.PasswordChanged,
        [typeof(PasswordReset)] = SecurityNotice.PasswordReset,
    };

    /// <summary>The notice that an event gives cause for, or null.</summary>
    public static SecurityNotice? For(SecurityEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Table.GetValueOrDefault(happened.GetType());
    }
}
