using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Authenticators.CompleteEnrolment;

internal sealed class CompleteEnrolmentHandler(
    IAuthorizationServer server, IAuthenticatorDirectory directory, ISecurityEvents events, TimeProvider time)
    : IRequestHandler<CompleteEnrolment>
{
    // The provider's clock is not ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public async Task<Unit> Handle(CompleteEnrolment request, CancellationToken cancellationToken)
    {
        if (await server.GetSessionAsync(cancellationToken) is { } session
            && await directory.ListAsync(session.User, cancellationToken) is AuthenticatorListing.Listed listed)
        {
            // Nothing could be added before the login that allowed it.
            foreach (var added in listed.Authenticators.Where(one => one.EnrolledAt >= session.AuthenticatedAt - ClockSkew))
            {
                await RecordAsync(session.User, added, cancellationToken);
            }
        }

        return Unit.Value;
    }

    // Opening the address again, or a notice from the provider that came first, adds nothing.
    private async Task RecordAsync(UserId user, EnrolledAuthenticator added, CancellationToken ct)
    {
        var happened = new AuthenticatorEnrolled(time.GetUtcNow(), user, added.Id);
        if (!await events.IsRecordedAsync(happened, ct))
        {
            await events.RecordAsync(happened, ct);
        }
    }
}
