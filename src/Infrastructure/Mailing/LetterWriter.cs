using CleanLogin.Application.Mails;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>Makes the row of a mail.</summary>
internal sealed class LetterWriter(MailText texts, MailLayout layout, LetterProtector protector)
{
    // RFC 2606 §2: never anybody's.
    private static readonly EmailAddress Nobody = EmailAddress.Parse("nobody@example.invalid")!;

    /// <summary>Without an address the row is a pretence, and is never sent.</summary>
    public OutboxRecord Write(EmailAddress? to, UserId? owner, Mail mail, DateTimeOffset now)
    {
        var content = texts.For(mail);
        var id = Guid.CreateVersion7(now);
        return new OutboxRecord
        {
            Id = id,
            Kind = to is null ? OutboxRecord.Pretence : mail.Kind,
            UserId = owner?.Value,
            Content = protector.Protect(new Letter(id, (to ?? Nobody).Value, content.Subject, layout.Text(content), layout.Html(content))),
            Attempts = 0,
            DueAt = now.ToUnixTimeMilliseconds(),
            ExpiresAt = (now + mail.UsefulFor).ToUnixTimeMilliseconds(),
        };
    }
}
