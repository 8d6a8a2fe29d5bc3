using CleanLogin.Application.Mails;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Mails that are to be sent: by another process in time, never while somebody waits for a page. Whoever changes something and writes about it
/// keeps both in one store, which saves them together; this is for mails that go with no change.
/// </summary>
public interface IOutbox
{
    /// <summary>Whether mail is sent at all. Where it is not, whatever is put in is dropped.</summary>
    bool IsOpen { get; }

    /// <summary>
    /// Saves a mail. Promised: it is tried for as long as it is useful, and what cannot be delivered is recorded. Not promised: that it comes
    /// only once.
    /// </summary>
    Task PutAsync(EmailAddress to, UserId? owner, Mail mail, CancellationToken ct);
}
