namespace CleanLogin.Domain.Assurance;

/// <summary>
/// A way in which a person has proven who they are: the closed set that this server knows, with the factors it stands for and the
/// <c>amr</c> values that report it (RFC 8176). Methods without a registered value carry a private one and no factor.
/// </summary>
/// <remarks>The table, with reasons: docs/adr/0007.</remarks>
public sealed class AuthenticationMethod
{
    private AuthenticationMethod(string code, IReadOnlyList<string> amr, IReadOnlyList<Factor> factors)
    {
        Code = code;
        Amr = amr;
        Factors = factors;
    }

    /// <summary>A password verified by this server.</summary>
    public static AuthenticationMethod Password { get; } = new("password", ["pwd"], [Factor.Knowledge]);

    /// <summary>A time-based one-time password (RFC 6238), accepted once.</summary>
    public static AuthenticationMethod OneTimePassword { get; } = new("otp", ["otp"], [Factor.Possession]);

    /// <summary>A code sent to a telephone; a restricted authenticator (NIST SP 800-63B-4 §3.1.3.3).</summary>
    public static AuthenticationMethod Sms { get; } = new("sms", ["sms"], [Factor.Possession]);

    /// <summary>An approval on a registered device.</summary>
    public static AuthenticationMethod Push { get; } = new("push", ["pop"], [Factor.Possession]);

    /// <summary>A security key touched without user verification.</summary>
    public static AuthenticationMethod SecurityKey { get; } =
        new("security-key", ["hwk"], [Factor.Possession]) { IsPhishingResistant = true, IsHardwareProtected = true };

    /// <summary>A passkey that may be synchronised between devices, used without user verification.</summary>
    public static AuthenticationMethod UnverifiedPasskey { get; } =
        new("unverified-passkey", ["swk"], [Factor.Possession]) { IsPhishingResistant = true };

    /// <summary>A user-verified passkey that may be synchronised between devices.</summary>
    public static AuthenticationMethod SyncedPasskey { get; } =
        new("synced-passkey", ["swk", "user", "pop"], [Factor.Possession, Factor.Inherence]) { IsPhishingResistant = true };

    /// <summary>A user-verified passkey whose key cannot leave its device.</summary>
    public static AuthenticationMethod DeviceBoundPasskey { get; } =
        new("device-bound-passkey", ["hwk", "user", "pop"], [Factor.Possession, Factor.Inherence])
        {
            IsPhishingResistant = true,
            IsHardwareProtected = true,
        };

    /// <summary>A code or link sent by e-mail: proves a mailbox, not a factor, so it never makes <c>mfa</c>.</summary>
    public static AuthenticationMethod Email { get; } = new("email", ["urn:cleanlogin:email"], []) { ConfirmsMailbox = true };

    /// <summary>A saved recovery code: a way back to a lost factor, not a factor.</summary>
    public static AuthenticationMethod RecoveryCode { get; } = new("recovery-code", ["urn:cleanlogin:recovery-code"], []);

    /// <summary>Every method there is.</summary>
    public static IReadOnlyList<AuthenticationMethod> All { get; } =
        [Password, OneTimePassword, Sms, Push, SecurityKey, UnverifiedPasskey, SyncedPasskey, DeviceBoundPasskey, Email, RecoveryCode];

    /// <summary>The stable name under which the method is stored.</summary>
    public string Code { get; }

    /// <summary>The values that report it in the <c>amr</c> claim.</summary>
    public IReadOnlyList<string> Amr { get; }

    /// <summary>The factors it stands for; empty where it proves none.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>Whether a look-alike site could not have relayed it.</summary>
    public bool IsPhishingResistant { get; private init; }

    /// <summary>Whether the key is known to be bound to hardware.</summary>
    public bool IsHardwareProtected { get; private init; }

    /// <summary>Whether it is enough to sign in by itself: two factors at once, and nothing that a look-alike site could relay.</summary>
    public bool SignsInAlone => IsPhishingResistant && Factors.Distinct().Count() > 1;

    /// <summary>Whether it shows that the person reads the account's mailbox.</summary>
    public bool ConfirmsMailbox { get; private init; }

    /// <summary>
    /// What one use of a passkey proves (NIST SP 800-63B-4 §3.2.10, Appendix B): without user verification it is one factor, and only a key
    /// that cannot be backed up is bound to its hardware.
    /// </summary>
    public static AuthenticationMethod OfPasskey(bool userVerified, bool backupEligible) => (userVerified, backupEligible) switch
    {
        (true, true) => SyncedPasskey,
        (true, false) => DeviceBoundPasskey,
        (false, true) => UnverifiedPasskey,
        (false, false) => SecurityKey,
    };

    /// <summary>The method of that stored name, or null: an unknown name proves nothing.</summary>
    public static AuthenticationMethod? Find(string code) =>
        All.FirstOrDefault(method => string.Equals(method.Code, code, StringComparison.Ordinal));

    /// <inheritdoc />
    public override string ToString() => Code;
}
