using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Login.CompleteMfa;

internal sealed class CompleteMfaChallengeHandler(
    ILoginTransactions transactions,
    IMfaProvider mfa,
    MfaPolicy policy,
    IAccounts accounts,
    IRecoveryCodeHandouts handouts,
    SignIn signIn,
    TimeProvider time)
    : IRequestHandler<CompleteMfaChallenge, CompleteMfaChallengeOutcome>
{
    public async Task<CompleteMfaChallengeOutcome> Handle(CompleteMfaChallenge request, CancellationToken cancellationToken)
    {
        if (await transactions.FindAsync(request.Transaction, cancellationToken) is not { } transaction)
        {
            return new CompleteMfaChallengeOutcome.Denied(DenialReason.Expired, ReturnUrl.Home, null, RememberMe: false);
        }

        // Before the provider is asked: a stranger must not be able to spend the token of somebody else's login.
        if (transaction.Admit(request.Secret, time.GetUtcNow()) is { } refused)
        {
            await transactions.SaveAsync(transaction, cancellationToken);
            return refused.Reason is DenialReason.WrongBrowser
                ? new CompleteMfaChallengeOutcome.Denied(refused.Reason, ReturnUrl.Home, null, RememberMe: false)
                : await DeniedAsync(transaction, refused.Reason, cancellationToken);
        }

        return request.Token is null
            ? await DeniedAsync(transaction, DenialReason.ChallengeAbandoned, cancellationToken)
            : await CompleteAsync(transaction, request.Token, request.Secret!, cancellationToken);
    }

    private async Task<CompleteMfaChallengeOutcome> CompleteAsync(
        LoginTransaction transaction, ChallengeToken token, BrowserSecret secret, CancellationToken ct)
    {
        var expected = new ExpectedChallenge(transaction.Id, transaction.User, transaction.Challenge!, transaction.StartedAt);
        var verdict = policy.Judge(await mfa.VerifyAsync(token, expected, ct));
        var account = await accounts.FindAsync(transaction.User, ct);
        var now = time.GetUtcNow();

        // An account disabled since the password was typed gets no session, and a password replaced since then opens nothing.
        var transition = account is not null && account.LetsGoOn(transaction.StartedAt)
            ? transaction.Complete(verdict, secret, now)
            : transaction.Deny(DenialReason.AccountUnusable, now);
        var reason = ReasonOf(transaction, transition);

        if (!await transactions.SaveAsync(transaction, ct))
        {
            return Denied(transaction, DenialReason.AlreadyUsed, account);
        }

        if (transaction.Ticket is not { } ticket || account is null)
        {
            return Denied(transaction, reason, account);
        }

        // After the end of the login they are not shown, so the browser need not carry them any longer.
        handouts.Forget(HandoutOccasion.Of(transaction.Id));
        return new CompleteMfaChallengeOutcome.SignedIn(
            await signIn.CompleteAsync(ticket, account, transaction.ReturnUrl, ct));
    }

    private async Task<CompleteMfaChallengeOutcome> DeniedAsync(
        LoginTransaction transaction, DenialReason reason, CancellationToken ct) =>
        Denied(transaction, reason, await accounts.FindAsync(transaction.User, ct));

    private static CompleteMfaChallengeOutcome.Denied Denied(LoginTransaction transaction, DenialReason reason, Account? account) =>
        new(reason, transaction.ReturnUrl, account?.Username.Value, transaction.Persistent);

    // What is told is what is recorded. To be read before the save, which takes the events away.
    private static DenialReason ReasonOf(LoginTransaction transaction, Transition transition) =>
        transaction.Events.OfType<LoginDenied>().LastOrDefault()?.Reason
            ?? transition.Match(_ => DenialReason.Expired, refused => refused.Reason);
}
