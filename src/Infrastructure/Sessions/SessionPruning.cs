using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Sessions;

internal sealed class SessionPruning(
    IDbContextFactory<CleanLoginDbContext> contexts, IOptions<SessionOptions> options, TimeProvider time) : IPrunable
{
    public string Name => "sessions";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var idle = now - options.Value.IdleTimeout;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<SessionRecord>()
            .Where(session => session.ExpiresAt <= now || session.LastSeenAt <= idle)
            .OrderBy(session => session.Id)
            .DeleteSomeAsync(ct);
    }
}
