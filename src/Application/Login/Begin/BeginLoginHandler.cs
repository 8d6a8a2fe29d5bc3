using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Login.Begin;

internal sealed class BeginLoginHandler(
    PasswordCheck passwords,
    ILoginTransactions transactions,
    IMfaProvider mfa,
    IAuthorizationServer server,
    SignIn signIn,
    ISecureRandom random,
    MfaPolicy policy,
    ServerAddress address,
    LoginLifetime lifetime,
    TimeProvider time)
    : IRequestHandler<BeginLogin, BeginLoginOutcome>
{
    public async Task<BeginLoginOutcome> Handle(BeginLogin request, CancellationToken cancellationToken)
    {
        var (username, password) = Parse(request);
        var check = await passwords.CheckAsync(username, password, request.Origin, cancellationToken);
        return await check.Match(
            verified => BeginAsync(request, verified, cancellationToken),
            refused => RefuseAsync(refused, cancellationToken));
    }

    private async Task<BeginLoginOutcome> BeginAsync(
        BeginLogin request, PasswordCheckResult.Verified verified, CancellationToken ct)
    {
        var context = await server.FindAuthorizationAsync(request.ReturnUrl.Value, ct);
        if (RequiredAssurance.Of(context, request.ReturnUrl) is not { } required)
        {
            return new BeginLoginOutcome.Denied(DenialReason.AssuranceNotMet);
        }

        var secret = BrowserSecret.From(random.Next(BrowserSecret.Size));
        var transaction = LoginTransaction.Start(
            new LoginTransactionId(new Guid(random.Next(16))),
            verified.Evidence,
            new LoginRequest(request.ReturnUrl, required, request.RememberMe),
            secret,
            lifetime.Value);
        var evaluation = new MfaEvaluation(transaction.Id, verified.Account, request.Origin, address.CallbackFor(transaction.Id));
        var requirement = policy.Decide(required, await mfa.EvaluateAsync(evaluation, ct));

        var now = time.GetUtcNow();
        var challenge = requirement.Match<ProviderDecision.Challenge?>(_ => null, needed => needed.Challenge, _ => null);
        _ = requirement.Match(
            notRequired => transaction.SucceedWithoutMfa(notRequired.Permit, now),
            needed => transaction.AskFor(
                new MfaChallenge(needed.Challenge.Action, needed.Challenge.Reference, needed.Challenge.Enrol), now),
            refused => transaction.Deny(refused.Reason, now));

        // Saved before anybody hears of it: what is not stored did not happen.
        if (!await transactions.SaveAsync(transaction, ct))
        {
            return new BeginLoginOutcome.Denied(DenialReason.AlreadyUsed);
        }

        if (transaction.Ticket is { } ticket)
        {
            return new BeginLoginOutcome.SignedIn(
                await signIn.CompleteAsync(ticket, verified.Account, transaction.ReturnUrl, ct));
        }

        return transaction.State is LoginState.MfaChallenged && challenge is not null
            ? new BeginLoginOutcome.ChallengeRequired(challenge.Url, transaction.Id, secret, transaction.ExpiresAt)
            : new BeginLoginOutcome.Denied(
                requirement.Match(_ => DenialReason.AssuranceNotMet, _ => DenialReason.Expired, refused => refused.Reason));
    }

    // During an outage a wrong password is answered like a right one, or the answer would tell which it was.
    private async Task<BeginLoginOutcome> RefuseAsync(PasswordCheckResult.Refused refused, CancellationToken ct) =>
        refused.Reason is DenialReason.Throttled || await mfa.IsAvailableAsync(ct)
            ? new BeginLoginOutcome.Denied(refused.Reason, refused.RetryAfter)
            : new BeginLoginOutcome.Denied(DenialReason.ProviderUnavailable);

    private static (Username Username, PlainPassword Password) Parse(BeginLogin request) =>
        (Username.Parse(request.Username) ?? throw new ArgumentException("The validator lets no such name through.", nameof(request)),
            request.Password.Value ?? throw new ArgumentException("The validator lets no missing password through.", nameof(request)));
}
