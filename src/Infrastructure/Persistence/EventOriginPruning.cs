using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>
/// Forgets from where and by what browser something happened, long after anybody asks. That it happened is kept.
/// </summary>
internal sealed class EventOriginPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    public string Name => "addresses of security events";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - Retention;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<SecurityEventRecord>()
            .Where(happened => (happened.Address != null || happened.UserAgent != null) && happened.At <= threshold)
            .OrderBy(happened => happened.At)
            .Take(Batch.Size)
            .ExecuteUpdateAsync(
                change => change.SetProperty(happened => happened.Address, (string?)null).SetProperty(happened => happened.UserAgent, (string?)null),
                ct) == Batch.Size;
    }
}
