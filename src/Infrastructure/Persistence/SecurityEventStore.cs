using CleanLogin.Application.Ports;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class SecurityEventStore(IDbContextFactory<CleanLoginDbContext> contexts, EventWriter events) : ISecurityEvents
{
    public async Task RecordAsync(SecurityEvent happened, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(happened);
        await using var context = contexts.CreateDbContext();
        await events.AddAsync(context, [happened], ct);
        await context.SaveChangesAsync(ct);
    }

    public async Task<DateTimeOffset?> FindLastAsync(SecurityEvent like, DateTimeOffset since, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(like);
        var wanted = SecurityEventRecord.Of(like);
        await using var context = contexts.CreateDbContext();
        return await context.Set<SecurityEventRecord>()
            .Where(row => row.UserId == wanted.UserId && row.Code == wanted.Code && row.At >= since)
            .OrderByDescending(row => row.At)
            .Select(row => (DateTimeOffset?)row.At)
            .FirstOrDefaultAsync(ct);
    }

    public async Task<bool> IsRecordedAsync(SecurityEvent happened, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var like = SecurityEventRecord.Of(happened);
        await using var context = contexts.CreateDbContext();
        return await context.Set<SecurityEventRecord>()
            .AnyAsync(row => row.UserId == like.UserId && row.Code == like.Code && row.Detail == like.Detail, ct);
    }
}
