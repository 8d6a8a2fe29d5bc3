using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Mfa.GetRecoveryCodes;

internal sealed class GetRecoveryCodesHandler(
    OpenChallenge challenges, IRecoveryCodeHandouts handouts, IAccounts accounts, ServiceName service)
    : IRequestHandler<GetRecoveryCodes, GetRecoveryCodesOutcome>
{
    public async Task<GetRecoveryCodesOutcome> Handle(GetRecoveryCodes request, CancellationToken cancellationToken)
    {
        // The login decides, not the browser: what a browser still brings along after its end is not looked at.
        var (transaction, _) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        return transaction is not null
            && handouts.Find(HandoutOccasion.Of(transaction.Id)) is { Token: { } token } handout
            && handout.User == transaction.User
            && await accounts.FindAsync(transaction.User, cancellationToken) is { } account
                ? new GetRecoveryCodesOutcome.Shown(new RecoveryCodeSheet(service, account, handout), token)
                : new GetRecoveryCodesOutcome.Gone();
    }
}
