using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using MediatR;

namespace CleanLogin.Application.Mfa.BeginTotpEnrolment;

internal sealed class BeginTotpEnrolmentHandler(
    OpenChallenge challenges,
    IAccounts accounts,
    ITotpAuthenticators authenticators,
    ITotpAlgorithm algorithm,
    IRecoveryCodeHandouts handouts,
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

        // Whoever comes back to this page from the next one must not find a key that nothing can be done with.
        if (handouts.Find(HandoutOccasion.Of(transaction.Id)) is not null)
        {
            return new BeginTotpEnrolmentOutcome.Enrolled();
        }

        var secret = await authenticators.GetOrBeginEnrolmentAsync(
            transaction.Id, transaction.User, await ChooseKeyAsync(transaction.User, request.Earlier, cancellationToken), cancellationToken);
        var username = account.Username.Value;
        return new BeginTotpEnrolmentOutcome.Ready(algorithm.Describe(secret, username), username, transaction.AllowsReplacement);
    }

    // Only in the browser that was shown it, and only for the same person: nobody else's app may become the owner's.
    private async Task<TotpSecret> ChooseKeyAsync(UserId user, IReadOnlyList<EarlierLogin> earlier, CancellationToken ct)
    {
        foreach (var login in earlier)
        {
            var (shown, _) = await challenges.FindAsync(login.Transaction, login.Secret, ct);
            if (shown is { AllowsEnrolment: true } && shown.User == user
                && await authenticators.FindEnrolmentAsync(shown.Id, ct) is { } begun)
            {
                return begun;
            }
        }

        return TotpSecret.From(random.Next(TotpSecret.Size));
    }
}
