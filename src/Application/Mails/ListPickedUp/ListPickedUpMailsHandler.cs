using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Mails.ListPickedUp;

internal sealed class ListPickedUpMailsHandler(IPickedUpMails mails) : IRequestHandler<ListPickedUpMails, ListPickedUpMailsOutcome>
{
    public async Task<ListPickedUpMailsOutcome> Handle(ListPickedUpMails request, CancellationToken cancellationToken) =>
        await mails.ListAsync(cancellationToken) is { } listed
            ? new ListPickedUpMailsOutcome.Listed(listed)
            : new ListPickedUpMailsOutcome.NotHere();
}
