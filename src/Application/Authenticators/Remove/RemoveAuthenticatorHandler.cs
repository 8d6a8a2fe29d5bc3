using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Authenticators.Remove;

internal sealed class RemoveAuthenticatorHandler(
    StepUp stepUp,
    IAuthenticatorDirectory directory,
    IAuthenticatorChanges changes,
    ISecurityEvents events,
    MfaPolicy policy,
    TimeProvider time)
    : IRequestHandler<RemoveAuthenticator, RemoveAuthenticatorOutcome>
{
    public async Task<RemoveAuthenticatorOutcome> Handle(RemoveAuthenticator request, CancellationToken cancellationToken)
    {
        if (await stepUp.CheckAsync(cancellationToken) is not StepUpResult.Recent { Evidence: { } by })
        {
            return new RemoveAuthenticatorOutcome.LoginNeeded();
        }

        if (request.Id is not { } id)
        {
            return new RemoveAuthenticatorOutcome.Unknown();
        }

        await using var turn = await changes.TryBeginAsync(by.User, cancellationToken);
        return turn is null ? new RemoveAuthenticatorOutcome.Busy() : await RemoveAsync(by, id, cancellationToken);
    }

    private async Task<RemoveAuthenticatorOutcome> RemoveAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct)
    {
        if (await directory.ListAsync(by.User, ct) is not AuthenticatorListing.Listed { Authenticators: { } all })
        {
            return new RemoveAuthenticatorOutcome.Unavailable();
        }

        // Only what is on the person's own list is ever named to the provider.
        if (all.FirstOrDefault(one => one.Id == id) is not { } authenticator)
        {
            return new RemoveAuthenticatorOutcome.Unknown();
        }

        if (!policy.AllowsRemovalOf(authenticator, all))
        {
            return new RemoveAuthenticatorOutcome.LastOne();
        }

        // Before the provider hears of it: its own report of the removal may be here before its answer.
        await events.RecordAsync(new AuthenticatorRemovalBegan(time.GetUtcNow(), by.User), ct);
        var removal = await directory.RemoveAsync(by, id, ct);
        return await removal.Match(
            _ => RecordAsync(by, id, ct),
            // It was there a moment ago: an answer that got lost, and the call repeated.
            _ => RecordAsync(by, id, ct),
            _ => Task.FromResult<RemoveAuthenticatorOutcome>(new RemoveAuthenticatorOutcome.Unavailable()));
    }

    private async Task<RemoveAuthenticatorOutcome> RecordAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct)
    {
        await events.RecordAsync(new AuthenticatorRemoved(time.GetUtcNow(), by.User, id), ct);
        return new RemoveAuthenticatorOutcome.Removed();
    }
}
