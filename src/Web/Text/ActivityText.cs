using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Web.Text;

/// <summary>What a person reads about what happened to their account.</summary>
internal static class ActivityText
{
    public static string For(Activity what) => what switch
    {
        Activity.SignedIn => "Signed in",
        Activity.WrongPassword => "A wrong password was typed",
        Activity.Throttled => "An attempt was turned away, after too many",
        Activity.WrongSecondStep => "The second step was answered wrongly",
        Activity.Refused => "A sign-in was refused after the right password",
        Activity.OtherBrowser => "A sign-in was tried to be finished in another browser",
        Activity.Unlocked => "Failed attempts were forgiven by whoever runs this service",
        Activity.AuthenticatorAdded => "An authenticator was added",
        Activity.AuthenticatorChanged => "An authenticator was changed",
        Activity.AuthenticatorRemoved => "An authenticator was removed",
        Activity.PasskeyCopySuspected => "A passkey was refused: there may be a copy of it",
        Activity.RecoveryCodesIssued => "New recovery codes were issued",
        Activity.RecoveryCodeUsed => "A recovery code was used",
        Activity.AlarmRaised => "Somebody signed in said: this was not me",
        Activity.PasswordResetRequested => "A mail for a new password was asked for",
        Activity.PasswordReset => "A new password was chosen by mail",
        Activity.PasswordChanged => "The password was changed",
        Activity.SessionEnded => "Another browser was signed out",
        Activity.OtherSessionsEnded => "All other browsers were signed out",
        Activity.LoginsEnded => "All earlier sign-ins were ended",
    };
}
