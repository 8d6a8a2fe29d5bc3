using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Mailing;

/// <summary>
/// Adds events to what a context is about to save, and with them the mail to the owner of the account, where they give cause for one: there is no
/// change without its notice.
/// </summary>
internal sealed class EventWriter(OutboxStore outbox, RequestOrigin origin)
{
    /// <summary>What whoever makes the request at hand has done, with where they are.</summary>
    public Task AddAsync(CleanLoginDbContext context, IReadOnlyList<SecurityEvent> events, CancellationToken ct) =>
        AddAsync(context, events, origin.Read(), ct);

    /// <summary>What somebody else reports: where it was done, they do not say.</summary>
    public Task AddReportedAsync(CleanLoginDbContext context, IReadOnlyList<SecurityEvent> events, CancellationToken ct) =>
        AddAsync(context, events, from: null, ct);

    private async Task AddAsync(CleanLoginDbContext context, IReadOnlyList<SecurityEvent> events, LoginOrigin? from, CancellationToken ct)
    {
        context.AddRange(events.Select(happened => SecurityEventRecord.Of(happened, from)));
        if (!outbox.IsOpen)
        {
            return;
        }

        // What happened at once is told in one mail.
        foreach (var told in events.Where(happened => happened.User is not null && SecurityNotices.For(happened) is not null)
            .GroupBy(happened => happened.User!.Value))
        {
            // An address that was never confirmed may be anybody's.
            var address = await context.Users.AsNoTracking()
                .Where(account => account.Id == told.Key.Value && account.EmailConfirmed)
                .Select(account => account.Email)
                .SingleOrDefaultAsync(ct);
            if (EmailAddress.Parse(address) is { } to)
            {
                outbox.Add(context, to, told.Key, new Mail.Notice([.. told.Select(SecurityNotices.For).OfType<SecurityNotice>()], told.First().At));
            }
        }
    }
}
