using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.BeginAdding;

internal sealed class BeginAddingPasskeyHandler(StepUp stepUp, IPasskeyProvider provider, IOwnPasskeys passkeys)
    : IRequestHandler<BeginAddingPasskey, BeginAddingPasskeyOutcome>
{
    public async Task<BeginAddingPasskeyOutcome> Handle(BeginAddingPasskey request, CancellationToken cancellationToken)
    {
        if (provider.Offer is not PasskeyOffer.OwnPages)
        {
            return new BeginAddingPasskeyOutcome.NotOffered();
        }

        return await stepUp.CheckAsync(cancellationToken) is StepUpResult.Recent person
            ? new BeginAddingPasskeyOutcome.Ready(
                await passkeys.BeginAddingAsync(person.Evidence, person.Account, cancellationToken), person.Account.Username.Value)
            : new BeginAddingPasskeyOutcome.LoginNeeded();
    }
}
