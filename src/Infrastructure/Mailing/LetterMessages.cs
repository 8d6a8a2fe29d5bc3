using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Mails in the form that mail servers exchange.</summary>
internal sealed class LetterMessages(IOptions<MailOptions> options, IOptions<ServerOptions> server, TimeProvider time)
{
    // Of a pickup folder nobody asks where its mails come from.
    private const string NoReply = "no-reply@localhost";

    public MimeMessage Of(Letter letter)
    {
        var message = new MimeMessage
        {
            MessageId = $"{letter.Id:N}@{new Uri(server.Value.Issuer!).Host}",
            Subject = letter.Subject,
            Date = time.GetUtcNow(),
            Body = new MultipartAlternative(
                new TextPart("plain") { Text = letter.Text }, new TextPart("html") { Text = letter.Html }),
        };
        message.From.Add(new MailboxAddress(server.Value.Name, options.Value.From ?? NoReply));
        message.To.Add(new MailboxAddress(string.Empty, letter.To));

        // Nobody's absence note is wanted in return (RFC 3834 §5).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
