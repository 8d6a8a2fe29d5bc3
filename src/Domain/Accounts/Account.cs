using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Accounts;

/// <summary>A person's account, as far as a login needs it.</summary>
/// <param name="Id">Its name for good.</param>
/// <param name="Username">What the person types.</param>
/// <param name="DisplayName">What the person is called: the <c>name</c> claim.</param>
/// <param name="Email">The address on file, if any.</param>
/// <param name="EmailVerified">Whether the address was confirmed.</param>
/// <param name="IsActive">Whether it may be used at all.</param>
/// <param name="Digest">The password's digest; null where the account has no password.</param>
public sealed record Account(
    UserId Id, Username Username, string DisplayName, string? Email, bool EmailVerified, bool IsActive, PasswordDigest? Digest)
{
    /// <summary>
    /// Logins from before this moment are over: no session and no token that stems from one of them counts (ASVS 7.4.1). Null: none were
    /// ended.
    /// </summary>
    public DateTimeOffset? SignedOutBefore { get; init; }

    /// <summary>Whether a login of that time still counts: the account may be used, and the login was not ended since.</summary>
    public bool Honours(DateTimeOffset authenticatedAt) => IsActive && !(authenticatedAt < SignedOutBefore);

    /// <summary>When a new password took the place of the one before. Null: that never happened.</summary>
    public DateTimeOffset? PasswordReplacedAt { get; init; }

    /// <summary>
    /// Whether the owner has to choose a new password before the account is used for anything: they said that something was not them.
    /// </summary>
    public bool IsPasswordDue { get; init; }

    /// <summary>
    /// Whether a login whose password was verified at that time may go on to its second step: the account may be used, and that password
    /// is still its password.
    /// </summary>
    public bool LetsGoOn(DateTimeOffset passwordVerifiedAt) => IsActive && !(passwordVerifiedAt < PasswordReplacedAt);

    /// <summary>The answer for an account that does not exist: the same work, the same refusal.</summary>
    public static PasswordVerdict RejectUnknown(PlainPassword password, IPasswordHasher hasher)
    {
        ArgumentNullException.ThrowIfNull(hasher);
        hasher.VerifyDecoy(password);
        return new PasswordVerdict.Rejected(DenialReason.InvalidCredentials);
    }

    /// <summary>Verifies a password. A disabled account costs the same work as any other.</summary>
    public PasswordVerdict Verify(PlainPassword password, IPasswordHasher hasher, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(hasher);
        if (Digest is null)
        {
            return RejectUnknown(password, hasher);
        }

        var match = hasher.Verify(Digest, password);
        return match switch
        {
            PasswordMatch.No => new PasswordVerdict.Rejected(DenialReason.InvalidCredentials),
            PasswordMatch.Yes or PasswordMatch.YesButOutdated when !IsActive =>
                new PasswordVerdict.Rejected(DenialReason.AccountUnusable),
            PasswordMatch.Yes => new PasswordVerdict.Verified(new VerifiedPassword(Id, now), Outdated: false),
            PasswordMatch.YesButOutdated => new PasswordVerdict.Verified(new VerifiedPassword(Id, now), Outdated: true),
        };
    }
}
