using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;
using MediatR;

namespace CleanLogin.Application.Authenticators.List;

internal sealed class ListAuthenticatorsHandler(StepUp stepUp, IAuthenticatorDirectory directory, MfaPolicy policy)
    : IRequestHandler<ListAuthenticators, ListAuthenticatorsOutcome>
{
    public async Task<ListAuthenticatorsOutcome> Handle(ListAuthenticators request, CancellationToken cancellationToken)
    {
        var person = await stepUp.CheckAsync(cancellationToken);
        return await person.Match(
            recent => ListAsync(recent.Account.Id, recent.Evidence.Until, cancellationToken),
            stale => ListAsync(stale.Account.Id, changesUntil: null, cancellationToken),
            _ => Task.FromResult<ListAuthenticatorsOutcome>(new ListAuthenticatorsOutcome.SignedOut()));
    }

    private async Task<ListAuthenticatorsOutcome> ListAsync(UserId user, DateTimeOffset? changesUntil, CancellationToken ct)
    {
        var listing = await directory.ListAsync(user, ct);
        return listing.Match<ListAuthenticatorsOutcome>(
            listed => new ListAuthenticatorsOutcome.Listed(
                [.. listed.Authenticators.Select(one => new ListAuthenticatorsOutcome.Entry(one, policy.AllowsRemovalOf(one, listed.Authenticators)))],
                changesUntil,
                directory.OffersEnrolment),
            _ => new ListAuthenticatorsOutcome.Unavailable());
    }
}
