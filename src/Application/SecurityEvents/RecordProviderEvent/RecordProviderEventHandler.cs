using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.SecurityEvents.RecordProviderEvent;

internal sealed class RecordProviderEventHandler(
    IAccounts accounts, IProviderNotices notices, ISecurityEvents events, TimeProvider time)
    : IRequestHandler<RecordProviderEvent, RecordProviderEventOutcome>
{
    // Two clocks and a browser on its way back. Within it a login counts as later than the change, docs/adr/0012.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    // As long as the provider lets somebody add an authenticator whom we have sent there, and some more.
    private static readonly TimeSpan LongestChange = TimeSpan.FromMinutes(15);

    public async Task<RecordProviderEventOutcome> Handle(RecordProviderEvent request, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(request.User, cancellationToken) is null)
        {
            return new RecordProviderEventOutcome.UnknownAccount();
        }

        // A provider whose clock is ahead must not end logins that are yet to come.
        var now = time.GetUtcNow();
        var at = request.At < now ? request.At : now;
        var before = await EndsBeforeAsync(request, at, cancellationToken);
        return await notices.RecordAsync(Notice(request, at, now, before), cancellationToken)
            ? new RecordProviderEventOutcome.Recorded()
            : new RecordProviderEventOutcome.Repeated();
    }

    // A login that came after the change went through the second step as it is now; one from before did not. Of a change that began here,
    // the login that allowed it is not one of those: it had proven two factors a short while before.
    private async Task<DateTimeOffset?> EndsBeforeAsync(RecordProviderEvent request, DateTimeOffset at, CancellationToken ct)
    {
        if (request.Change is AuthenticatorChange.Changed)
        {
            return null;
        }

        SecurityEvent began = request.Change is AuthenticatorChange.Added
            ? new AuthenticatorEnrolmentBegan(at, request.User)
            : new AuthenticatorRemovalBegan(at, request.User);
        return await events.FindLastAsync(began, at - LongestChange, ct) is { } moment
            ? moment - RecentMultiFactor.Lifetime
            : at - Tolerance;
    }

    private static ProviderNotice Notice(RecordProviderEvent request, DateTimeOffset at, DateTimeOffset now, DateTimeOffset? before)
    {
        SecurityEvent happened = request.Change switch
        {
            AuthenticatorChange.Added => new ProviderAuthenticatorAdded(at, request.User, request.Method),
            AuthenticatorChange.Changed => new ProviderAuthenticatorChanged(at, request.User, request.Method),
            AuthenticatorChange.Removed => new ProviderAuthenticatorRemoved(at, request.User, request.Method),
        };

        return new ProviderNotice(
            request.Id,
            now,
            request.User,
            before,
            before is { } moment ? [happened, new LoginsEnded(now, request.User, moment)] : [happened]);
    }
}
