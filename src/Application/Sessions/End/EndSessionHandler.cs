using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Sessions.End;

internal sealed class EndSessionHandler(StepUp person, ISessions sessions) : IRequestHandler<EndSession, EndSessionOutcome>
{
    public async Task<EndSessionOutcome> Handle(EndSession request, CancellationToken cancellationToken)
    {
        if (await person.CheckAsync(cancellationToken) is not { Present: { } account })
        {
            return new EndSessionOutcome.SignedOut();
        }

        return request.Session is { } session && await sessions.EndAsync(account.Id, session, cancellationToken)
            ? new EndSessionOutcome.Ended()
            : new EndSessionOutcome.Gone();
    }
}
