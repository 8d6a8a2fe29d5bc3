using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Passkeys.BeginEnrolment;

internal sealed class BeginPasskeyEnrolmentHandler(
    IPasskeyProvider passkeys, IAccounts accounts, ISecurityEvents events, TimeProvider time)
    : IRequestHandler<BeginPasskeyEnrolment, BeginPasskeyEnrolmentOutcome>
{
    public async Task<BeginPasskeyEnrolmentOutcome> Handle(BeginPasskeyEnrolment request, CancellationToken cancellationToken)
    {
        if (passkeys.Offer is not PasskeyOffer.Hosted offer)
        {
            return new BeginPasskeyEnrolmentOutcome.Refused();
        }

        var grant = request.Grant;
        if (await accounts.FindAsync(grant.User, cancellationToken) is not { IsActive: true } account
            || RecentMultiFactor.From(grant.User, grant.Level, grant.AuthenticatedAt, time.GetUtcNow()) is not { } evidence)
        {
            return new BeginPasskeyEnrolmentOutcome.LoginNeeded();
        }

        // Before anybody gets the token: from there on browser and provider decide.
        await events.RecordAsync(new AuthenticatorEnrolmentBegan(time.GetUtcNow(), account.Id), cancellationToken);
        var start = await passkeys.BeginEnrolmentAsync(new PasskeyEnrolment(evidence, account, request.Origin), cancellationToken);
        return start.Match<BeginPasskeyEnrolmentOutcome>(
            ready => new BeginPasskeyEnrolmentOutcome.Begun(offer, ready.Token),
            _ => new BeginPasskeyEnrolmentOutcome.Refused(),
            _ => new BeginPasskeyEnrolmentOutcome.Unavailable());
    }
}
