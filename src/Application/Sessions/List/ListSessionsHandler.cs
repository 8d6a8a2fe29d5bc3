using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Sessions.List;

internal sealed class ListSessionsHandler(StepUp person, ISessions sessions) : IRequestHandler<ListSessions, ListSessionsOutcome>
{
    public async Task<ListSessionsOutcome> Handle(ListSessions request, CancellationToken cancellationToken) =>
        await person.CheckAsync(cancellationToken) is { Present: { } account }
            ? new ListSessionsOutcome.Listed(await sessions.ListAsync(account.Id, cancellationToken))
            : new ListSessionsOutcome.SignedOut();
}
