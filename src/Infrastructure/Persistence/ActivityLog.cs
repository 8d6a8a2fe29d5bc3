using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class ActivityLog(IDbContextFactory<CleanLoginDbContext> contexts) : IActivityLog
{
    public async Task<IReadOnlyList<ActivityEntry>> ListAsync(UserId user, long? before, int most, CancellationToken ct)
    {
        var latest = before ?? long.MaxValue;
        await using var context = contexts.CreateDbContext();
        var rows = await context.Set<SecurityEventRecord>().AsNoTracking()
            .Where(row => row.UserId == user.Value && row.Id < latest && Activities.Shown.Contains(row.Code))
            .OrderByDescending(row => row.Id)
            .Take(most)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new ActivityEntry(
                row.Id,
                Activities.Table[row.Code]!.Value,
                row.At,
                IPAddress.TryParse(row.Address, out var address) ? address : null,
                row.UserAgent)),
        ];
    }
}
