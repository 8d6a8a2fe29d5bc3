using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Mfa.ConfirmTotpEnrolment;

internal sealed class ConfirmTotpEnrolmentHandler(
    OpenChallenge challenges,
    ITotpAuthenticators authenticators,
    ITotpAlgorithm algorithm,
    IAccounts accounts,
    IAttempts attempts,
    IRecoveryCodeHandouts handouts,
    ISecureRandom random,
    TokenMint tokens,
    TimeProvider time)
    : IRequestHandler<ConfirmTotpEnrolment, ConfirmTotpEnrolmentOutcome>
{
    public async Task<ConfirmTotpEnrolmentOutcome> Handle(ConfirmTotpEnrolment request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new ConfirmTotpEnrolmentOutcome.Denied(refusal);
        }

        if (!transaction.AllowsEnrolment
            || await authenticators.FindEnrolmentAsync(transaction.Id, cancellationToken) is not { } secret)
        {
            return new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged);
        }

        // Who knew a password that was replaced since then must not leave an authenticator behind.
        if (await accounts.FindAsync(transaction.User, cancellationToken) is not { } account || !account.LetsGoOn(transaction.StartedAt))
        {
            return new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.AccountUnusable);
        }

        // The authenticator has no id yet; the login's id counts its attempts.
        var key = AttemptKey.ForAuthenticator(AuthenticatorId.Of(transaction.Id.Value));
        var charge = await attempts.ChargeAsync(key, time.GetUtcNow(), cancellationToken);
        return charge is AttemptCharge.Refused paused
            ? new ConfirmTotpEnrolmentOutcome.Throttled(paused.RetryAfter)
            : await ConfirmAsync(transaction, secret, request.Code.Value!, key, cancellationToken);
    }

    private async Task<ConfirmTotpEnrolmentOutcome> ConfirmAsync(
        LoginTransaction transaction, TotpSecret secret, TotpCode code, AttemptKey key, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (algorithm.FindStep(secret, code, TotpWindow.StepsAt(now, lastAcceptedStep: 0)) is not { } step)
        {
            return new ConfirmTotpEnrolmentOutcome.WrongCode();
        }

        // The step of the confirming code is used up with it.
        var authenticator = new TotpAuthenticator(AuthenticatorId.Of(new Guid(random.Next(16))), secret, step);
        var codes = Enumerable.Range(0, RecoveryCodeSet.Size)
            .Select(_ => RecoveryCode.From(random.Next(RecoveryCode.EntropyBytes)))
            .ToArray();
        var token = tokens.Next();
        var enrolment = new TotpEnrolment(
            authenticator,
            RecoveryCodeSet.Of(codes),
            new PassedChallenge(transaction.Id, transaction.User, transaction.Challenge!, AuthenticationMethod.OneTimePassword, now),
            token,
            transaction.AllowsReplacement,
            [
                .. await RemovedAsync(transaction, now, ct),
                new AuthenticatorEnrolled(now, transaction.User, authenticator.Id),
                new RecoveryCodesIssued(now, transaction.User),
                new MfaChallengePassed(now, transaction.User, transaction.Id, AuthenticationMethod.OneTimePassword),
            ]);
        if (!await authenticators.ConfirmEnrolmentAsync(enrolment, ct))
        {
            return new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.AlreadyUsed);
        }

        await attempts.ClearAsync(key, ct);
        handouts.Keep(new RecoveryCodeHandout(
            HandoutOccasion.Of(transaction.Id), transaction.User, codes, now, transaction.ExpiresAt, token));
        return new ConfirmTotpEnrolmentOutcome.Enrolled();
    }

    // Whoever owns the account has to be able to see that an authenticator is gone.
    private async Task<IEnumerable<AuthenticatorRemoved>> RemovedAsync(LoginTransaction transaction, DateTimeOffset now, CancellationToken ct) =>
        transaction.AllowsReplacement
            ? (await authenticators.ListAsync(transaction.User, ct))
                .Select(older => new AuthenticatorRemoved(now, transaction.User, older.Id))
            : [];
}
