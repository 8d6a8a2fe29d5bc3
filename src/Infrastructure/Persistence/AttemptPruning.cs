using System.Linq.Expressions;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>
/// After a day of silence the pauses start anew, alike for names that have an account and for those that have none: for the latter the
/// row is forgotten, for the former its failures move to where they count towards the limit and show no more.
/// </summary>
internal sealed class AttemptPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    public string Name => "attempts";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var silent = SilentSince((time.GetUtcNow() - AttemptLimit.Silence).ToUnixTimeMilliseconds());
        await using var context = await contexts.CreateDbContextAsync(ct);
        var keys = await context.Set<AttemptRecord>()
            .Where(silent)
            .OrderBy(attempt => attempt.Key)
            .Select(attempt => attempt.Key)
            .Take(Batch.Size)
            .ToListAsync(ct);
        if (keys.Count == 0)
        {
            return false;
        }

        // Asked again in the write itself: an attempt that was charged meanwhile is not silent any more.
        var rows = context.Set<AttemptRecord>().Where(attempt => keys.Contains(attempt.Key)).Where(silent);
        await rows.Where(attempt => !attempt.IsOwned).ExecuteDeleteAsync(ct);
        await rows.Where(attempt => attempt.IsOwned).ExecuteUpdateAsync(
            change => change
                .SetProperty(attempt => attempt.EarlierFailures, attempt => attempt.EarlierFailures + attempt.Failures)
                .SetProperty(attempt => attempt.Failures, 0),
            ct);
        return keys.Count == Batch.Size;
    }

    // What is out of use stays so, and says so, whether or not there is such an account.
    private static Expression<Func<AttemptRecord, bool>> SilentSince(long moment) => attempt =>
        attempt.PausedUntil <= moment
        && attempt.Failures < AttemptLimit.MaxFailures
        && (attempt.Failures > 0 || !attempt.IsOwned);
}
