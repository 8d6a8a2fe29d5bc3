using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Passkeys.CompleteEnrolment;

internal sealed class CompletePasskeyEnrolmentHandler(IAuthenticatorDirectory directory, AddedAuthenticators added)
    : IRequestHandler<CompletePasskeyEnrolment, CompletePasskeyEnrolmentOutcome>
{
    public async Task<CompletePasskeyEnrolmentOutcome> Handle(CompletePasskeyEnrolment request, CancellationToken cancellationToken)
    {
        var (user, _, since) = request.Grant;
        var listing = await directory.ListAsync(user, cancellationToken);
        return await listing.Match<Task<CompletePasskeyEnrolmentOutcome>>(
            async listed => (await added.RecordAsync(user, since, listed.Authenticators, cancellationToken)).Any(one => one.IsPasskey)
                ? new CompletePasskeyEnrolmentOutcome.Added()
                : new CompletePasskeyEnrolmentOutcome.NoneAdded(),
            _ => Task.FromResult<CompletePasskeyEnrolmentOutcome>(new CompletePasskeyEnrolmentOutcome.Unavailable()));
    }
}
