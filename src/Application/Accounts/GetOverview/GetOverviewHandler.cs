using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using MediatR;

namespace CleanLogin.Application.Accounts.GetOverview;

internal sealed class GetOverviewHandler(StepUp person, IAuthenticatorDirectory directory, ISessions sessions)
    : IRequestHandler<GetOverview, GetOverviewOutcome>
{
    public async Task<GetOverviewOutcome> Handle(GetOverview request, CancellationToken cancellationToken)
    {
        if (await person.CheckAsync(cancellationToken) is not { Present: { } account })
        {
            return new GetOverviewOutcome.SignedOut();
        }

        var listing = await directory.ListAsync(account.Id, cancellationToken);
        var browsers = await sessions.ListAsync(account.Id, cancellationToken);
        return new GetOverviewOutcome.Shown(
            account.DisplayName,
            account.Username.Value,
            account.Email,
            account.EmailVerified,
            account.Digest is not null,
            listing.Match<IReadOnlyList<EnrolledAuthenticator>?>(listed => listed.Authenticators, _ => null),
            directory.OffersEnrolment,
            browsers.Count);
    }
}
