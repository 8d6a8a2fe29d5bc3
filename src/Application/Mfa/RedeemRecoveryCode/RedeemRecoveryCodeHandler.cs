using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Mfa.RedeemRecoveryCode;

internal sealed class RedeemRecoveryCodeHandler(
    OpenChallenge challenges,
    ILoginTransactions transactions,
    IRecoveryCodes codes,
    AttemptBudget budget,
    ISecurityEvents events,
    TimeProvider time)
    : IRequestHandler<RedeemRecoveryCode, RedeemRecoveryCodeOutcome>
{
    public async Task<RedeemRecoveryCodeOutcome> Handle(RedeemRecoveryCode request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new RedeemRecoveryCodeOutcome.Denied(refusal);
        }

        // Before the code is spent.
        if (!transaction.AllowsRecovery)
        {
            return new RedeemRecoveryCodeOutcome.Denied(DenialReason.NotChallenged);
        }

        var key = AttemptKey.ForRecoveryCodes(transaction.User);
        var attempt = await budget.ChargeAsync(key, transaction.User, block: null, cancellationToken);
        if (attempt.Charge is AttemptCharge.Refused paused)
        {
            await events.RecordAsync(new LoginThrottled(time.GetUtcNow(), transaction.User, transaction.Id), cancellationToken);
            return new RedeemRecoveryCodeOutcome.Throttled(paused.RetryAfter);
        }

        if (!await IsRedeemedAsync(transaction, request.Code.Value!, cancellationToken))
        {
            await events.RecordAsync(
                new MfaChallengeRejected(time.GetUtcNow(), transaction.User, transaction.Id, DenialReason.ChallengeFailed),
                cancellationToken);
            return new RedeemRecoveryCodeOutcome.WrongCode();
        }

        await budget.LiftAsync(attempt, cancellationToken);
        var recorded = transaction.RecordRecovery(request.Secret, time.GetUtcNow());
        return await transactions.SaveAsync(transaction, cancellationToken)
            ? recorded.Match<RedeemRecoveryCodeOutcome>(
                _ => new RedeemRecoveryCodeOutcome.EnrolNext(),
                refused => new RedeemRecoveryCodeOutcome.Denied(refused.Reason))
            : new RedeemRecoveryCodeOutcome.Denied(DenialReason.AlreadyUsed);
    }

    // Removing it is what redeems it: of two requests with one code, one removes it.
    private async Task<bool> IsRedeemedAsync(LoginTransaction transaction, RecoveryCode code, CancellationToken ct)
    {
        var set = await codes.FindAsync(transaction.User, ct);
        return set.Find(code) is { } digest && await codes.RemoveAsync(transaction.User, digest, ct);
    }
}
