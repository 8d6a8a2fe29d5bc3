using System.Globalization;
using CleanLogin.Application.Login;
using CleanLogin.Application.Mails;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>What people read in mails.</summary>
internal sealed class MailText(ServerAddress address)
{
    public MailContent For(Mail mail) => mail.Match(Notice, PasswordReset);

    private MailContent Notice(Mail.Notice notice) => new(
        "The security of your account was changed",
        [.. notice.What.Select(what => $"{Sentence(what)} It happened on {Moment(notice.At)}."), "If it was you, there is nothing to do."])
    {
        Link = address.Issuer,
        LinkText = "Look at your account",
        Remarks =
        [
            "If it was not you, sign in, remove what you do not know, and tell whoever runs this service at once: somebody else may have your password.",
        ],
    };

    private static MailContent PasswordReset(Mail.PasswordReset reset) => new(
        "Choose a new password",
        [
            $"Somebody asked for a new password for {reset.Username}. If it was you, choose it within {ResetToken.Lifetime.TotalMinutes:0} minutes.",
        ])
    {
        Link = reset.Link,
        LinkText = "Choose a new password",
        Remarks =
        [
            "If it was not you, there is nothing to do: your password stays as it is, and nobody but you got this mail. Never pass the link on.",
        ],
    };

    private static string Sentence(SecurityNotice what) => what switch
    {
        SecurityNotice.AuthenticatorAdded => "An authenticator was added to your account.",
        SecurityNotice.AuthenticatorChanged => "An authenticator of your account was changed.",
        SecurityNotice.AuthenticatorRemoved => "An authenticator was removed from your account.",
        SecurityNotice.PasskeyCopySuspected => "A passkey of your account was refused: somebody may have made a copy of it. Remove it and add a new one.",
        SecurityNotice.RecoveryCodesIssued => "New recovery codes were issued for your account. Older ones are void.",
        SecurityNotice.AlarmRaised => "You said that something in your account was not you. Everybody was signed out, and the next sign-in asks for a new password.",
        SecurityNotice.PasswordChanged => "The password of your account was changed.",
        SecurityNotice.PasswordReset => "A new password was chosen for your account, and you were signed out everywhere.",
        SecurityNotice.RecoveryCodeUsed => "A recovery code was used, to set up a new authenticator for your account.",
    };

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
