using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Application.Authenticators;

// Who is at this browser, and how recently they have proven it.
internal sealed class StepUp(IAuthorizationServer server, IAccounts accounts, TimeProvider time)
{
    public async Task<StepUpResult> CheckAsync(CancellationToken ct)
    {
        // An account that was disabled meanwhile has no say by an old session.
        if (await server.GetSessionAsync(ct) is not { } session
            || await accounts.FindAsync(session.User, ct) is not { IsActive: true } account)
        {
            return new StepUpResult.SignedOut();
        }

        // While a new password is due, whoever has the present one and a second step may be who the alarm was about: nothing is changed before.
        return !account.IsPasswordDue
            && RecentMultiFactor.From(session.User, session.Methods.Level, session.AuthenticatedAt, time.GetUtcNow()) is { } evidence
                ? new StepUpResult.Recent(evidence, account, session)
                : new StepUpResult.Stale(account);
    }
}
