using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.BeginTotpEnrolment;

internal sealed class BeginTotpEnrolmentHandler(
    OpenChallenge challenges,
    IAccounts accounts,
    ITotpAuthenticators authenticators,
    ITotpAlgorithm algorithm,
    ISecureRandom random)
    : IRequestHandler<BeginTotpEnrolment, BeginTotpEnrolmentOutcome>
{
    public async Task<BeginTotpEnrolmentOutcome> Handle(BeginTotpEnrolment request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new BeginTotpEnrolmentOutcome.Denied(refusal);
        }

        if (!transaction.AllowsEnrolment || await accounts.FindAsync(transaction.User, cancellationToken) is not { } account)
        {
            return new BeginTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged);
        }

        var secret = await authenticators.GetOrBeginEnrolmentAsync(
            transaction.Id, transaction.User, TotpSecret.From(random.Next(TotpSecret.Size)), cancellationToken);
        var username = account.Username.Value;
        return new BeginTotpEnrolmentOutcome.Ready(algorithm.Describe(secret, username), username);
    }
}
