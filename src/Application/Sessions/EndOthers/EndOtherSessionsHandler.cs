using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Sessions.EndOthers;

internal sealed class EndOtherSessionsHandler(StepUp person, ISessions sessions) : IRequestHandler<EndOtherSessions, EndOtherSessionsOutcome>
{
    public async Task<EndOtherSessionsOutcome> Handle(EndOtherSessions request, CancellationToken cancellationToken) =>
        await person.CheckAsync(cancellationToken) is { Present: { } account }
            ? new EndOtherSessionsOutcome.Ended(await sessions.EndOthersAsync(account.Id, cancellationToken))
            : new EndOtherSessionsOutcome.SignedOut();
}
