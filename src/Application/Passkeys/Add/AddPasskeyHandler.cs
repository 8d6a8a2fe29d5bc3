using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.Add;

internal sealed class AddPasskeyHandler(StepUp stepUp, IPasskeyProvider provider, IOwnPasskeys passkeys)
    : IRequestHandler<AddPasskey, AddPasskeyOutcome>
{
    public async Task<AddPasskeyOutcome> Handle(AddPasskey request, CancellationToken cancellationToken)
    {
        if (await stepUp.CheckAsync(cancellationToken) is not StepUpResult.Recent { Evidence: { } by })
        {
            return new AddPasskeyOutcome.LoginNeeded();
        }

        return provider.Offer is PasskeyOffer.OwnPages
            && request.Answer is { } answer
            && await passkeys.AddAsync(by, answer, cancellationToken) is not null
                ? new AddPasskeyOutcome.Added()
                : new AddPasskeyOutcome.Refused();
    }
}
