namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>The methods that the emulator knows by name. Clients have to expect others.</summary>
public static class VerificationMethods
{
    public const string AuthenticatorApp = "AUTHENTICATOR_APP";
    public const string EmailOtp = "EMAIL_OTP";
    public const string EmailMagicLink = "EMAIL_MAGIC_LINK";
    public const string Sms = "SMS";
    public const string Passkey = "PASSKEY";
    public const string RecoveryCode = "RECOVERY_CODE";

    /// <summary>What the programmatic enrolment accepts, in the order in which the service's error text lists it.</summary>
    internal static readonly string[] Enrollable = [AuthenticatorApp, EmailMagicLink, EmailOtp, Sms];

    /// <summary>Methods whose authenticator is an e-mail address.</summary>
    internal static bool IsEmail(string method) => method is EmailOtp or EmailMagicLink;
}
