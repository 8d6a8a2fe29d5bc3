using CleanLogin.Domain.Assurance;

namespace CleanLogin.Web.Text;

/// <summary>What people call the kinds of authenticators.</summary>
internal static class AuthenticatorText
{
    public const string Outage =
        "Your authenticators cannot be shown or changed right now: whoever keeps them gives no answer. Nothing was changed. Please try again in a minute.";

    private static readonly Dictionary<AuthenticationMethod, string> Kinds = new()
    {
        [AuthenticationMethod.OneTimePassword] = "Authenticator app",
        [AuthenticationMethod.Sms] = "Code by text message",
        [AuthenticationMethod.Push] = "Approval on a phone",
        [AuthenticationMethod.SecurityKey] = "Security key",
        [AuthenticationMethod.UnverifiedPasskey] = "Passkey",
        [AuthenticationMethod.SyncedPasskey] = "Passkey",
        [AuthenticationMethod.DeviceBoundPasskey] = "Passkey on one device",
        [AuthenticationMethod.Email] = "Code by e-mail",
        [AuthenticationMethod.RecoveryCode] = "Recovery codes",
    };

    public static string KindOf(AuthenticationMethod? method) =>
        method is not null && Kinds.TryGetValue(method, out var kind) ? kind : "Another way to confirm";
}
