using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.GetShelf;

internal sealed class GetPasskeyShelfHandler(StepUp stepUp, IPasskeyProvider provider, IOwnPasskeys passkeys)
    : IRequestHandler<GetPasskeyShelf, PasskeyShelf>
{
    public async Task<PasskeyShelf> Handle(GetPasskeyShelf request, CancellationToken cancellationToken)
    {
        // Who keeps passkeys elsewhere must not tell the browser that none count.
        if (provider.Offer is not PasskeyOffer.OwnPages)
        {
            return new PasskeyShelf(MayAdd: false, Signal: null);
        }

        var person = await stepUp.CheckAsync(cancellationToken);
        return new PasskeyShelf(
            MayAdd: person is StepUpResult.Recent,
            person.Present is { } account ? await passkeys.DescribeAsync(account, cancellationToken) : null);
    }
}
