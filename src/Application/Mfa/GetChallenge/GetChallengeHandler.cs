using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Mfa.GetChallenge;

internal sealed class GetChallengeHandler(
    OpenChallenge challenges, IAccounts accounts, ITotpAuthenticators apps, IOwnPasskeys passkeys, MfaPolicy policy)
    : IRequestHandler<GetChallenge, GetChallengeOutcome>
{
    public async Task<GetChallengeOutcome> Handle(GetChallenge request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new GetChallengeOutcome.Denied(refusal);
        }

        if (await accounts.FindAsync(transaction.User, cancellationToken) is not { } account)
        {
            return new GetChallengeOutcome.Denied(DenialReason.AccountUnusable);
        }

        var ceremony = policy.TakesPasskeys && await passkeys.AnyAsync(account.Id, cancellationToken)
            ? await passkeys.AskAsync(new PasskeyAsk.SecondStep(transaction.Id, account.Id), cancellationToken)
            : null;
        return new GetChallengeOutcome.Open(
            account.Username.Value, transaction.ReturnUrl, await apps.AnyAsync(account.Id, cancellationToken), ceremony);
    }
}
