using System.Globalization;
using CleanLogin.Application.Login;
using CleanLogin.Application.Mails;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>What people read in mails.</summary>
internal sealed class MailText(ServerAddress address)
{
    public MailContent For(Mail mail) => mail.Match(Notice);

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

    private static string Sentence(SecurityNotice what) => what switch
    {
        SecurityNotice.AuthenticatorAdded => "An authenticator was added to your account.",
        SecurityNotice.AuthenticatorChanged => "An authenticator of your account was changed.",
        SecurityNotice.AuthenticatorRemoved => "An authenticator was removed from your account.",
        SecurityNotice.RecoveryCodesIssued => "New recovery codes were issued for your account. Older ones are void.",
        SecurityNotice.RecoveryCodeUsed => "A recovery code was used to sign in to your account.",
    };

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
