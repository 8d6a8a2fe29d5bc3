namespace CleanLogin.Domain.SecurityEvents;

/// <summary>
/// Which events the owner of an account is shown. Each code stands here, with what it is called there or with null; events are stored by their
/// codes.
/// </summary>
public static class Activities
{
    /// <summary>The decision for each code.</summary>
    public static IReadOnlyDictionary<string, Activity?> Table { get; } = new Dictionary<string, Activity?>(StringComparer.Ordinal)
    {
        // Parts of a sign-in, whose end is shown.
        ["login.mfa.challenge_issued"] = null,
        ["login.mfa.fell_back"] = null,
        ["login.mfa.challenge_passed"] = null,
        ["login.expired"] = null,

        // Nothing has happened yet.
        ["authenticator.enrolment_began"] = null,
        ["authenticator.removal_began"] = null,

        // For whoever runs the server.
        ["mail.undeliverable"] = null,

        ["login.succeeded"] = Activity.SignedIn,
        ["login.password.rejected"] = Activity.WrongPassword,
        ["login.throttled"] = Activity.Throttled,
        ["login.mfa.challenge_rejected"] = Activity.WrongSecondStep,
        ["login.denied"] = Activity.Refused,
        ["login.browser_mismatch_seen"] = Activity.OtherBrowser,
        ["account.unlocked"] = Activity.Unlocked,
        ["authenticator.enrolled"] = Activity.AuthenticatorAdded,
        ["authenticator.removed"] = Activity.AuthenticatorRemoved,
        ["authenticator.provider_added"] = Activity.AuthenticatorAdded,
        ["authenticator.provider_changed"] = Activity.AuthenticatorChanged,
        ["authenticator.provider_removed"] = Activity.AuthenticatorRemoved,
        ["authenticator.copy_suspected"] = Activity.PasskeyCopySuspected,
        ["recovery_codes.issued"] = Activity.RecoveryCodesIssued,
        ["recovery_codes.redeemed"] = Activity.RecoveryCodeUsed,
        ["account.alarm_raised"] = Activity.AlarmRaised,
        ["account.password.reset_requested"] = Activity.PasswordResetRequested,
        ["account.password.reset"] = Activity.PasswordReset,
        ["account.password.changed"] = Activity.PasswordChanged,
        ["sessions.one_ended"] = Activity.SessionEnded,
        ["sessions.others_ended"] = Activity.OtherSessionsEnded,
        ["sessions.ended"] = Activity.LoginsEnded,
    };

    /// <summary>The codes that are shown.</summary>
    public static IReadOnlyList<string> Shown { get; } = [.. Table.Where(row => row.Value is not null).Select(row => row.Key)];
}
