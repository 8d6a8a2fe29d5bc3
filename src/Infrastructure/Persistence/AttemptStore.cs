using CleanLogin.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class AttemptStore(IDbContextFactory<CleanLoginDbContext> contexts) : IAttempts
{
    public async Task<AttemptCharge> ChargeAsync(AttemptKey key, DateTimeOffset now, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        var present = now.ToUnixTimeMilliseconds();
        var charged = await context.Database
            .SqlQueryRaw<int>(AttemptStatements.Charge, key.Value, present, key.IsOwned, key.MaxFailures)
            .ToListAsync(ct);
        return charged switch
        {
            [var failures] when failures <= key.MaxFailures => new AttemptCharge.Allowed(),
            [_] => new AttemptCharge.Refused(Timeout.InfiniteTimeSpan, Hidden: true),
            _ => new AttemptCharge.Refused(await RemainingPauseAsync(context, key, present, ct)),
        };
    }

    public async Task ClearAsync(AttemptKey key, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        if (key.Strangers is { } strangers)
        {
            await context.Database.ExecuteSqlRawAsync(AttemptStatements.ClearKnownDevice, [key.Value, strangers], ct);
        }
        else
        {
            await context.Set<AttemptRecord>().Where(attempt => attempt.Key == key.Value).ExecuteDeleteAsync(ct);
        }
    }

    private static async Task<TimeSpan> RemainingPauseAsync(CleanLoginDbContext context, AttemptKey key, long present, CancellationToken ct)
    {
        var attempt = await context.Set<AttemptRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.Key == key.Value, ct);
        return attempt switch
        {
            // A success has cleared it in between.
            null => TimeSpan.Zero,
            _ when attempt.Failures >= key.MaxFailures => Timeout.InfiniteTimeSpan,
            _ => TimeSpan.FromMilliseconds(Math.Max(0, attempt.PausedUntil - present)),
        };
    }
}
