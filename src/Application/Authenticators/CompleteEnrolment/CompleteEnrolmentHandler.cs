using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Authenticators.CompleteEnrolment;

internal sealed class CompleteEnrolmentHandler(
    IAuthorizationServer server, IAuthenticatorDirectory directory, AddedAuthenticators added)
    : IRequestHandler<CompleteEnrolment>
{
    public async Task<Unit> Handle(CompleteEnrolment request, CancellationToken cancellationToken)
    {
        if (await server.GetSessionAsync(cancellationToken) is { } session
            && await directory.ListAsync(session.User, cancellationToken) is AuthenticatorListing.Listed listed)
        {
            await added.RecordAsync(session.User, session.AuthenticatedAt, listed.Authenticators, cancellationToken);
        }

        return Unit.Value;
    }
}
