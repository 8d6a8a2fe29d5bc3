using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>The accounts of this server.</summary>
public interface IAccounts
{
    /// <summary>
    /// The account of that name, or null. Letter case does not count. The work is the same whether there is one or not.
    /// </summary>
    Task<Account?> FindAsync(Username username, CancellationToken ct);

    /// <summary>The account of that id, or null.</summary>
    Task<Account?> FindAsync(UserId id, CancellationToken ct);

    /// <summary>The account that has confirmed that address; null where none has, or more than one. Letter case does not count.</summary>
    Task<Account?> FindAsync(EmailAddress address, CancellationToken ct);

    /// <summary>
    /// Replaces an outdated digest, if it is still the one given: a password changed meanwhile is not overwritten. Says whether it did.
    /// </summary>
    Task<bool> ReplaceDigestAsync(UserId id, PasswordDigest outdated, PasswordDigest fresh, CancellationToken ct);
}
