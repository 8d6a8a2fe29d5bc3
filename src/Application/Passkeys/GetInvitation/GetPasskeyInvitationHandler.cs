using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using MediatR;

namespace CleanLogin.Application.Passkeys.GetInvitation;

internal sealed class GetPasskeyInvitationHandler(
    StepUp stepUp, IPasskeyProvider provider, IAuthenticatorDirectory directory, IOwnPasskeys passkeys, TimeProvider time)
    : IRequestHandler<GetPasskeyInvitation, PasskeyInvitation>
{
    // Only whoever could add one at once is asked: nobody is led to another sign-in by it.
    public async Task<PasskeyInvitation> Handle(GetPasskeyInvitation request, CancellationToken cancellationToken) => new(
        provider.Offer is PasskeyOffer.OwnPages
        && await stepUp.CheckAsync(cancellationToken) is StepUpResult.Recent { Account.Id: var user }
        && await directory.ListAsync(user, cancellationToken) is AuthenticatorListing.Listed { Authenticators: var authenticators }
        && authenticators.All(MakesRoom)
        && !await passkeys.IsInvitationDeclinedAsync(user, cancellationToken));

    // Who has a passkey needs no other, and who has just set something up is left in peace.
    private bool MakesRoom(EnrolledAuthenticator authenticator) =>
        authenticator.Method is not { IsPhishingResistant: true }
        && authenticator.EnrolledAt <= time.GetUtcNow() - RecentMultiFactor.Lifetime;
}
