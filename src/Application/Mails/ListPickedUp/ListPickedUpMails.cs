using MediatR;

namespace CleanLogin.Application.Mails.ListPickedUp;

/// <summary>The mails that a developer looks at instead of a mailbox.</summary>
public sealed record ListPickedUpMails : IRequest<ListPickedUpMailsOutcome>;
