using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Mfa.VerifyTotp;

internal sealed class VerifyTotpHandler(
    OpenChallenge challenges,
    ITotpAuthenticators authenticators,
    ITotpAlgorithm algorithm,
    AttemptBudget budget,
    IPassedChallenges passed,
    ISecurityEvents events,
    TokenMint tokens,
    TimeProvider time)
    : IRequestHandler<VerifyTotp, CodeOutcome>
{
    public async Task<CodeOutcome> Handle(VerifyTotp request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new CodeOutcome.Denied(refusal);
        }

        var enrolled = await authenticators.ListAsync(transaction.User, cancellationToken);
        if (transaction.Challenge is not { Enrol: false } || enrolled.Count == 0)
        {
            return new CodeOutcome.Denied(DenialReason.NotChallenged);
        }

        foreach (var authenticator in enrolled)
        {
            var attempt = await budget.ChargeAsync(
                AttemptKey.ForAuthenticator(authenticator.Id), transaction.User, block: null, cancellationToken);
            if (attempt.Charge is AttemptCharge.Refused refused)
            {
                await events.RecordAsync(
                    new LoginThrottled(time.GetUtcNow(), transaction.User, transaction.Id), cancellationToken);
                return new CodeOutcome.Throttled(refused.RetryAfter);
            }

            if (await IsAcceptedAsync(authenticator, request.Code.Value!, cancellationToken))
            {
                return await AcceptAsync(transaction, attempt, cancellationToken);
            }
        }

        await events.RecordAsync(
            new MfaChallengeRejected(time.GetUtcNow(), transaction.User, transaction.Id, DenialReason.ChallengeFailed),
            cancellationToken);
        return new CodeOutcome.WrongCode();
    }

    // A right code counts only for the one request that moves the authenticator past its time step.
    private async Task<bool> IsAcceptedAsync(TotpAuthenticator authenticator, TotpCode code, CancellationToken ct)
    {
        var steps = TotpWindow.StepsAt(time.GetUtcNow(), authenticator.LastAcceptedStep);
        return algorithm.FindStep(authenticator.Secret, code, steps) is { } step
            && await authenticators.AcceptStepAsync(authenticator.Id, step, ct);
    }

    private async Task<CodeOutcome> AcceptAsync(LoginTransaction transaction, ChargedAttempt attempt, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await budget.LiftAsync(attempt, ct);
        var token = tokens.Next();
        await passed.RecordAsync(
            new PassedChallenge(transaction.Id, transaction.User, transaction.Challenge!, AuthenticationMethod.OneTimePassword, now),
            token,
            ct);
        await events.RecordAsync(
            new MfaChallengePassed(now, transaction.User, transaction.Id, AuthenticationMethod.OneTimePassword), ct);
        return new CodeOutcome.Accepted(token);
    }
}
