using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa;

// Finds the login that waits in this browser for a second step on the own pages. A refusal is saved, so that it leaves its event.
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

        // What is asked elsewhere is not answered here, and nothing is enrolled here beside it.
        if (transaction.Challenge is not { IsOnOwnPages: true })
        {
            return (null, DenialReason.NotChallenged);
        }

        return (transaction, default);
    }
}
