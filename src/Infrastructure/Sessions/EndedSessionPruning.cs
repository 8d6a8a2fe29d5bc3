using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Sessions;

internal sealed class EndedSessionPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    // Longer than any refresh token lives.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(15);

    public string Name => "ended sessions";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<EndedSessionRecord>()
            .Where(ended => ended.EndedAt <= threshold)
            .OrderBy(ended => ended.EndedAt)
            .DeleteSomeAsync(ct);
    }
}
