using CleanLogin.Application.Login;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.Authenticators.BeginEnrolment;

internal sealed class BeginEnrolmentHandler(
    StepUp stepUp, IAuthenticatorDirectory directory, ISecurityEvents events, ServerAddress address, TimeProvider time)
    : IRequestHandler<BeginEnrolment, BeginEnrolmentOutcome>
{
    public async Task<BeginEnrolmentOutcome> Handle(BeginEnrolment request, CancellationToken cancellationToken)
    {
        var person = await stepUp.CheckAsync(cancellationToken);
        return await person.Match(
            recent => BeginAsync(recent, request.Origin, cancellationToken),
            _ => Task.FromResult<BeginEnrolmentOutcome>(new BeginEnrolmentOutcome.LoginNeeded()),
            _ => Task.FromResult<BeginEnrolmentOutcome>(new BeginEnrolmentOutcome.LoginNeeded()));
    }

    private async Task<BeginEnrolmentOutcome> BeginAsync(StepUpResult.Recent person, LoginOrigin origin, CancellationToken ct)
    {
        var start = await directory.BeginEnrolmentAsync(
            new AuthenticatorEnrolment(person.Evidence, person.Account, origin, address.EnrolmentReturn), ct);
        if (start is EnrolmentStart.At)
        {
            // Before anybody gets the address: from there on the provider's pages decide.
            await events.RecordAsync(new AuthenticatorEnrolmentBegan(time.GetUtcNow(), person.Account.Id), ct);
        }

        return start.Match<BeginEnrolmentOutcome>(
            at => new BeginEnrolmentOutcome.Begun(at.Url),
            _ => new BeginEnrolmentOutcome.Refused(),
            _ => new BeginEnrolmentOutcome.Refused(),
            _ => new BeginEnrolmentOutcome.Unavailable());
    }
}
