using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.GetChallenge;

internal sealed class GetChallengeHandler(OpenChallenge challenges, IAccounts accounts)
    : IRequestHandler<GetChallenge, GetChallengeOutcome>
{
    public async Task<GetChallengeOutcome> Handle(GetChallenge request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new GetChallengeOutcome.Denied(refusal);
        }

        return await accounts.FindAsync(transaction.User, cancellationToken) is { } account
            ? new GetChallengeOutcome.Open(account.Username.Value, transaction.ReturnUrl)
            : new GetChallengeOutcome.Denied(DenialReason.AccountUnusable);
    }
}
