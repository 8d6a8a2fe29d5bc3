using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Operations.UnlockAccount;

internal sealed class UnlockAccountHandler(
    IAccounts accounts, ITotpAuthenticators authenticators, IAttempts attempts, ISecurityEvents events, TimeProvider time)
    : IRequestHandler<UnlockAccount, UnlockAccountOutcome>
{
    public async Task<UnlockAccountOutcome> Handle(UnlockAccount request, CancellationToken cancellationToken)
    {
        if (Username.Parse(request.Username) is not { } username
            || await accounts.FindAsync(username, cancellationToken) is not { } account)
        {
            return new UnlockAccountOutcome.NoSuchAccount();
        }

        var apps = await authenticators.ListAsync(account.Id, cancellationToken);

        // Recorded first: failures that are gone without a trace would be worse than a trace of failures that are still there.
        await events.RecordAsync(new AccountUnlocked(time.GetUtcNow(), account.Id), cancellationToken);
        await attempts.ClearAsync(AttemptKey.ForPassword(account.Username), cancellationToken);
        await attempts.ClearAsync(AttemptKey.ForRecoveryCodes(account.Id), cancellationToken);
        foreach (var app in apps)
        {
            await attempts.ClearAsync(AttemptKey.ForAuthenticator(app.Id), cancellationToken);
        }

        return new UnlockAccountOutcome.Unlocked(account.IsActive);
    }
}
