using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa;

// Finds the login that waits for a second step in this browser. A refusal is saved, so that it leaves its event.
internal sealed class OpenChallenge(ILoginTransactions transactions, TimeProvider time)
{
    public async Task<(LoginTransaction? Transaction, DenialReason Refusal)> FindAsync(
        LoginTransactionId id, BrowserSecret? secret, CancellationToken ct)
    {
        if (await transactions.FindAsync(id, ct) is not { } transaction)
        {
            return (null, DenialReason.Expired);
        }

        if (transaction.Admit(secret, time.GetUtcNow()) is { } refused)
        {
            await transactions.SaveAsync(transaction, ct);
            return (null, refused.Reason);
        }

        return (transaction, default);
    }
}
