using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Ports;

/// <summary>The logins that are under way or have ended.</summary>
public interface ILoginTransactions
{
    /// <summary>The transaction of that id, or null.</summary>
    Task<LoginTransaction?> FindAsync(LoginTransactionId id, CancellationToken ct);

    /// <summary>
    /// Saves changes and events together, or nothing. False: somebody else has saved this transaction since it was read; the caller's
    /// copy is void.
    /// </summary>
    Task<bool> SaveAsync(LoginTransaction transaction, CancellationToken ct);
}
