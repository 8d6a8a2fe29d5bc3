using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>
/// Forgets events of nobody: anybody can make as many as they like, by names that no account has and by attempts during a pause. What
/// happened to an account is kept.
/// </summary>
internal sealed class SecurityEventPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    public string Name => "security events of nobody";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - Retention;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<SecurityEventRecord>()
            .Where(happened => happened.UserId == null && happened.At <= threshold)
            .OrderBy(happened => happened.At)
            .DeleteSomeAsync(ct);
    }
}
