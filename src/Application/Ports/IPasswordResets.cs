using CleanLogin.Application.Mails;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>Ways to a new password, each good for one use.</summary>
public interface IPasswordResets
{
    /// <summary>
    /// Saves a way, its mail and the event, by the same statements whether or not there is such an account. While <see cref="MostAtOnce"/> are
    /// open nothing more is mailed: mailboxes cannot be flooded, and the owner still has one that works.
    /// </summary>
    Task BeginAsync(PasswordResetStart start, Mail mail, CancellationToken ct);

    /// <summary>Whose way it is; null where it is unknown, used or over. It stays as good as it was.</summary>
    Task<UserId?> FindAsync(ResetToken token, CancellationToken ct);

    /// <summary>
    /// In one: uses the way up with all others of that account, sets the password, forgives failed attempts at the old one, ends the logins from before,
    /// those too that still wait for their second step, and records it. Says whether it did: of parallel calls one does, and none for an account that may not be used.
    /// </summary>
    Task<bool> CompleteAsync(ResetToken token, Account account, PasswordDigest fresh, CancellationToken ct);

    /// <summary>Ways that may be open for one account at a time.</summary>
    const int MostAtOnce = 3;
}
