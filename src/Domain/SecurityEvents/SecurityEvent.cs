using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Domain.SecurityEvents;

/// <summary>
/// Something that an account's owner or an operator may have to know. Saved in the transaction of the change that it reports. It never
/// holds a secret, nor the name typed for an account that does not exist.
/// </summary>
/// <param name="Code">Its stable name, dotted and in the past tense.</param>
/// <param name="At">When.</param>
/// <param name="User">Whose account, if known.</param>
/// <param name="Transaction">In which login, if in one.</param>
public abstract record SecurityEvent(string Code, DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
{
    /// <summary>One more fact, in a stable spelling, or null.</summary>
    public virtual string? Detail => null;
}

/// <summary>A password was refused.</summary>
public sealed record PasswordRejected(DateTimeOffset At, UserId? User, DenialReason Reason)
    : SecurityEvent("login.password.rejected", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Reason.ToString();
}

/// <summary>An attempt was refused unchecked, because a pause is in force.</summary>
public sealed record LoginThrottled(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
    : SecurityEvent("login.throttled", At, User, Transaction);

/// <summary>A second step was asked for.</summary>
public sealed record MfaChallengeIssued(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
    : SecurityEvent("login.mfa.challenge_issued", At, User, Transaction);

/// <summary>A second step is asked for by this server's own pages, since the hosted provider is down.</summary>
public sealed record MfaFellBack(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
    : SecurityEvent("login.mfa.fell_back", At, User, Transaction);

/// <summary>A second step was passed.</summary>
public sealed record MfaChallengePassed(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction, AuthenticationMethod Method)
    : SecurityEvent("login.mfa.challenge_passed", At, User, Transaction)
{
    /// <inheritdoc />
    public override string Detail => Method.Code;
}

/// <summary>An answer to a second step was refused.</summary>
public sealed record MfaChallengeRejected(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction, DenialReason Reason)
    : SecurityEvent("login.mfa.challenge_rejected", At, User, Transaction)
{
    /// <inheritdoc />
    public override string Detail => Reason.ToString();
}

/// <summary>Another browser than the one that began tried to go on with a login.</summary>
public sealed record BrowserMismatchSeen(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
    : SecurityEvent("login.browser_mismatch_seen", At, User, Transaction);

/// <summary>A login succeeded.</summary>
public sealed record LoginSucceeded(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction, AssuranceLevel Level)
    : SecurityEvent("login.succeeded", At, User, Transaction)
{
    /// <inheritdoc />
    public override string Detail => Level.ToString();
}

/// <summary>A login was refused.</summary>
public sealed record LoginDenied(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction, DenialReason Reason)
    : SecurityEvent("login.denied", At, User, Transaction)
{
    /// <inheritdoc />
    public override string Detail => Reason.ToString();
}

/// <summary>A login was not finished in time.</summary>
public sealed record LoginExpired(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
    : SecurityEvent("login.expired", At, User, Transaction);

/// <summary>An operator has forgiven the account its failed attempts.</summary>
public sealed record AccountUnlocked(DateTimeOffset At, UserId? User)
    : SecurityEvent("account.unlocked", At, User, null);

/// <summary>An authenticator was enrolled.</summary>
public sealed record AuthenticatorEnrolled(DateTimeOffset At, UserId? User, AuthenticatorId Authenticator)
    : SecurityEvent("authenticator.enrolled", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Authenticator.ToString();
}

/// <summary>Somebody with a fresh login went on to add an authenticator.</summary>
public sealed record AuthenticatorEnrolmentBegan(DateTimeOffset At, UserId? User)
    : SecurityEvent("authenticator.enrolment_began", At, User, null);

/// <summary>Somebody with a fresh login is about to remove an authenticator.</summary>
public sealed record AuthenticatorRemovalBegan(DateTimeOffset At, UserId? User)
    : SecurityEvent("authenticator.removal_began", At, User, null);

/// <summary>An authenticator was removed.</summary>
public sealed record AuthenticatorRemoved(DateTimeOffset At, UserId? User, AuthenticatorId Authenticator)
    : SecurityEvent("authenticator.removed", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Authenticator.ToString();
}

/// <summary>
/// The counter of a passkey went back, though its signature was right: there may be a copy of its key (WebAuthn Level 3 §6.1.1). That use
/// was refused.
/// </summary>
public sealed record PasskeyCopySuspected(DateTimeOffset At, UserId? User, AuthenticatorId Authenticator)
    : SecurityEvent("authenticator.copy_suspected", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Authenticator.ToString();
}

/// <summary>A set of recovery codes was issued; an older set is void.</summary>
public sealed record RecoveryCodesIssued(DateTimeOffset At, UserId? User)
    : SecurityEvent("recovery_codes.issued", At, User, null);

/// <summary>A recovery code was used.</summary>
public sealed record RecoveryCodeRedeemed(DateTimeOffset At, UserId? User, LoginTransactionId? Transaction)
    : SecurityEvent("recovery_codes.redeemed", At, User, Transaction);

/// <summary>The MFA provider says that an authenticator was added there.</summary>
public sealed record ProviderAuthenticatorAdded(DateTimeOffset At, UserId? User, ProviderMethod Method)
    : SecurityEvent("authenticator.provider_added", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Method.ToString();
}

/// <summary>The MFA provider says that an authenticator was changed there.</summary>
public sealed record ProviderAuthenticatorChanged(DateTimeOffset At, UserId? User, ProviderMethod Method)
    : SecurityEvent("authenticator.provider_changed", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Method.ToString();
}

/// <summary>The MFA provider says that an authenticator was removed there.</summary>
public sealed record ProviderAuthenticatorRemoved(DateTimeOffset At, UserId? User, ProviderMethod Method)
    : SecurityEvent("authenticator.provider_removed", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Method.ToString();
}

/// <summary>The logins from before a moment were ended, sessions and refresh tokens with them.</summary>
public sealed record LoginsEnded(DateTimeOffset At, UserId? User, DateTimeOffset Before)
    : SecurityEvent("sessions.ended", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Before.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A mail could not be delivered, and is not tried again.</summary>
public sealed record MailUndeliverable(DateTimeOffset At, UserId? User, string Kind)
    : SecurityEvent("mail.undeliverable", At, User, null)
{
    /// <inheritdoc />
    public override string Detail => Kind;
}

/// <summary>Somebody asked for a mail by which a new password can be chosen. Of nobody where no account has that name.</summary>
public sealed record PasswordResetRequested(DateTimeOffset At, UserId? User)
    : SecurityEvent("account.password.reset_requested", At, User, null);

/// <summary>A new password was chosen by way of a mail; the logins from before are over.</summary>
public sealed record PasswordReset(DateTimeOffset At, UserId? User)
    : SecurityEvent("account.password.reset", At, User, null);

/// <summary>The owner has changed the password, knowing the one before.</summary>
public sealed record PasswordChanged(DateTimeOffset At, UserId? User)
    : SecurityEvent("account.password.changed", At, User, null);

/// <summary>The owner says that something was not them: everybody is signed out, and a new password is due.</summary>
public sealed record AlarmRaised(DateTimeOffset At, UserId? User)
    : SecurityEvent("account.alarm_raised", At, User, null);

/// <summary>The owner has ended a session of another browser.</summary>
public sealed record SessionEnded(DateTimeOffset At, UserId? User)
    : SecurityEvent("sessions.one_ended", At, User, null);

/// <summary>The owner has ended all sessions but the one at hand.</summary>
public sealed record OtherSessionsEnded(DateTimeOffset At, UserId? User)
    : SecurityEvent("sessions.others_ended", At, User, null);
