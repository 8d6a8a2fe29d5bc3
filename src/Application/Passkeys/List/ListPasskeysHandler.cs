using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.List;

internal sealed class ListPasskeysHandler(IPasskeyProvider passkeys, IAuthenticatorDirectory directory)
    : IRequestHandler<ListPasskeys, ListPasskeysOutcome>
{
    public async Task<ListPasskeysOutcome> Handle(ListPasskeys request, CancellationToken cancellationToken)
    {
        if (passkeys.Offer is not PasskeyOffer.Hosted offer)
        {
            return new ListPasskeysOutcome.NotOffered();
        }

        var listing = await directory.ListAsync(request.Grant.User, cancellationToken);
        return listing.Match<ListPasskeysOutcome>(
            listed => new ListPasskeysOutcome.Listed(offer, [.. listed.Authenticators.Where(one => one.IsPasskey)]),
            _ => new ListPasskeysOutcome.Unavailable());
    }
}
