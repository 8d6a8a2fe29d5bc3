using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Ui;

internal static class MethodText
{
    /// <summary>Methods that this UI has screens for. Others exist as data only.</summary>
    public static bool HasScreen(string method) =>
        method is VerificationMethods.AuthenticatorApp or VerificationMethods.EmailOtp or VerificationMethods.RecoveryCode;

    public static string Name(string method) => method switch
    {
        VerificationMethods.AuthenticatorApp => "Authenticator app",
        VerificationMethods.EmailOtp => "Code by e-mail",
        VerificationMethods.RecoveryCode => "Recovery code",
        _ => method,
    };

    /// <summary>The method in an element id.</summary>
    public static string Slug(string method) => method switch
    {
        VerificationMethods.AuthenticatorApp => "totp",
        VerificationMethods.EmailOtp => "email",
        VerificationMethods.RecoveryCode => "recovery",
        _ => method.ToLowerInvariant(),
    };
}
