using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Throttling;

/// <summary>What is over is gone an hour later at the latest: addresses are kept for no longer than they are needed.</summary>
internal sealed class AddressBudgetPruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    public string Name => "counts of addresses";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<AddressBudgetRecord>()
            .Where(budget => budget.Until <= now)
            .OrderBy(budget => budget.Until)
            .DeleteSomeAsync(ct);
    }
}
