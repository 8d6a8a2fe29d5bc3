using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Mfa;

/// <summary>Forgets the ids that nobody can send again.</summary>
internal sealed class ProviderNoticePruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    // A message is signed for minutes and repeated within minutes.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    public string Name => "provider notices";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - Retention;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<ProviderNoticeRecord>()
            .Where(notice => notice.ReceivedAt < threshold)
            .OrderBy(notice => notice.ReceivedAt)
            .DeleteSomeAsync(ct);
    }
}
