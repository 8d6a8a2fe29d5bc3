using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>Changes passwords of people who know their present one.</summary>
public interface IPasswordChanges
{
    /// <summary>
    /// Puts a new digest in the place of the account's present one, with its security event, and voids every way to a new password that was
    /// sent by mail, and ends the logins that still wait for their second step. False: the password is not the one that was read any more, or the account may not be used; nothing was changed.
    /// </summary>
    /// <param name="account">As it was read when the present password was verified.</param>
    /// <param name="fresh">The digest of the new password.</param>
    /// <param name="endOtherSessions">Whether all sessions but that of this browser end with it, and their refresh tokens.</param>
    /// <param name="ct">Cancels the call.</param>
    Task<bool> CompleteAsync(Account account, PasswordDigest fresh, bool endOtherSessions, CancellationToken ct);
}
