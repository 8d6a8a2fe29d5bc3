using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.DeclineInvitation;

internal sealed class DeclinePasskeyInvitationHandler(StepUp stepUp, IOwnPasskeys passkeys) : IRequestHandler<DeclinePasskeyInvitation>
{
    public async Task<Unit> Handle(DeclinePasskeyInvitation request, CancellationToken cancellationToken)
    {
        if ((await stepUp.CheckAsync(cancellationToken)).Present is { } person)
        {
            await passkeys.DeclineInvitationAsync(person.Id, cancellationToken);
        }

        return Unit.Value;
    }
}
