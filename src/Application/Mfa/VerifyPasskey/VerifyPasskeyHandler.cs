using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Mfa.VerifyPasskey;

// No attempts are counted: nobody guesses a signature.
internal sealed class VerifyPasskeyHandler(
    OpenChallenge challenges,
    IOwnPasskeys passkeys,
    IPassedChallenges passed,
    ISecurityEvents events,
    TokenMint tokens,
    TimeProvider time)
    : IRequestHandler<VerifyPasskey, VerifyPasskeyOutcome>
{
    public async Task<VerifyPasskeyOutcome> Handle(VerifyPasskey request, CancellationToken cancellationToken)
    {
        var (transaction, refusal) = await challenges.FindAsync(request.Transaction, request.Secret, cancellationToken);
        if (transaction is null)
        {
            return new VerifyPasskeyOutcome.Denied(refusal);
        }

        if (transaction.Challenge is not { Enrol: false })
        {
            return new VerifyPasskeyOutcome.Denied(DenialReason.NotChallenged);
        }

        if (request.Answer is not { } answer)
        {
            return await RejectAsync(transaction, cancellationToken);
        }

        var use = await passkeys.VerifyAsync(new PasskeyAsk.SecondStep(transaction.Id, transaction.User), answer, cancellationToken);
        return await use.Match(
            accepted => AcceptAsync(transaction, accepted.Method, cancellationToken),
            _ => RejectAsync(transaction, cancellationToken),
            _ => RejectAsync(transaction, cancellationToken),
            _ => RejectAsync(transaction, cancellationToken));
    }

    private async Task<VerifyPasskeyOutcome> AcceptAsync(LoginTransaction transaction, AuthenticationMethod method, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var token = tokens.Next();
        await passed.RecordAsync(new PassedChallenge(transaction.Id, transaction.User, transaction.Challenge!, method, now), token, ct);
        await events.RecordAsync(new MfaChallengePassed(now, transaction.User, transaction.Id, method), ct);
        return new VerifyPasskeyOutcome.Passed(token);
    }

    private async Task<VerifyPasskeyOutcome> RejectAsync(LoginTransaction transaction, CancellationToken ct)
    {
        await events.RecordAsync(
            new MfaChallengeRejected(time.GetUtcNow(), transaction.User, transaction.Id, DenialReason.ChallengeFailed), ct);
        return new VerifyPasskeyOutcome.Refused();
    }
}
