using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Duende.Grants;

internal sealed class GrantPruning(IDbContextFactory<GrantsDbContext> contexts, TimeProvider time) : IPrunable
{
    public string Name => "grants";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(ct);
        var grants = await context.Set<GrantRecord>().Where(grant => grant.Expiration <= now).OrderBy(grant => grant.Key).DeleteSomeAsync(ct);
        var pushed = await context.Set<PushedRequestRecord>().Where(request => request.ExpiresAt <= now).OrderBy(request => request.Hash).DeleteSomeAsync(ct);
        return grants || pushed;
    }
}
