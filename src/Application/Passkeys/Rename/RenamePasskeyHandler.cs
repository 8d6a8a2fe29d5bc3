using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using MediatR;

namespace CleanLogin.Application.Passkeys.Rename;

internal sealed class RenamePasskeyHandler(StepUp stepUp, IOwnPasskeys passkeys) : IRequestHandler<RenamePasskey, RenamePasskeyOutcome>
{
    public async Task<RenamePasskeyOutcome> Handle(RenamePasskey request, CancellationToken cancellationToken)
    {
        // A name lets nobody in and keeps nobody out: an old login will do.
        if ((await stepUp.CheckAsync(cancellationToken)).Present is not { } person)
        {
            return new RenamePasskeyOutcome.SignedOut();
        }

        return request.Id is { } id && await passkeys.RenameAsync(person.Id, id, PasskeyName.Parse(request.Name)!, cancellationToken)
            ? new RenamePasskeyOutcome.Renamed()
            : new RenamePasskeyOutcome.Unknown();
    }
}
