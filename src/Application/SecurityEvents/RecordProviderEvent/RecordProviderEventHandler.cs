using CleanLogin.Application.Ports;
using CleanLogin.Domain.SecurityEvents;
using MediatR;

namespace CleanLogin.Application.SecurityEvents.RecordProviderEvent;

internal sealed class RecordProviderEventHandler(IAccounts accounts, IProviderNotices notices, TimeProvider time)
    : IRequestHandler<RecordProviderEvent, RecordProviderEventOutcome>
{
    // Two clocks and a browser on its way back. Within it a login counts as later than the change, docs/adr/0012.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public async Task<RecordProviderEventOutcome> Handle(RecordProviderEvent request, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(request.User, cancellationToken) is null)
        {
            return new RecordProviderEventOutcome.UnknownAccount();
        }

        // A provider whose clock is ahead must not end logins that are yet to come.
        var now = time.GetUtcNow();
        var at = request.At < now ? request.At : now;
        return await notices.RecordAsync(Notice(request, at, now), cancellationToken)
            ? new RecordProviderEventOutcome.Recorded()
            : new RecordProviderEventOutcome.Repeated();
    }

    private static ProviderNotice Notice(RecordProviderEvent request, DateTimeOffset at, DateTimeOffset now)
    {
        SecurityEvent happened = request.Change switch
        {
            AuthenticatorChange.Added => new ProviderAuthenticatorAdded(at, request.User, request.Method),
            AuthenticatorChange.Changed => new ProviderAuthenticatorChanged(at, request.User, request.Method),
            AuthenticatorChange.Removed => new ProviderAuthenticatorRemoved(at, request.User, request.Method),
        };

        // A login that came after the change went through the second step as it is now; one from before did not.
        DateTimeOffset? before = request.Change is AuthenticatorChange.Changed ? null : at - Tolerance;
        return new ProviderNotice(
            request.Id,
            now,
            request.User,
            before,
            before is { } moment ? [happened, new LoginsEnded(now, request.User, moment)] : [happened]);
    }
}
