using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class AuthenticatorChangeStore(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IAuthenticatorChanges
{
    // One listing and one removal at a provider, each of at most ten seconds, and some more.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(60);

    // One statement, the same on SQLite and PostgreSQL: of parallel askers one gets a row.
    private const string Take = """
        INSERT INTO "AuthenticatorChanges" ("UserId", "Turn", "EndsAt") VALUES ({0}, {1}, {2})
        ON CONFLICT ("UserId") DO UPDATE SET "Turn" = {1}, "EndsAt" = {2} WHERE "AuthenticatorChanges"."EndsAt" <= {3}
        """;

    public async Task<IAsyncDisposable?> TryBeginAsync(UserId user, CancellationToken ct)
    {
        var turn = Guid.NewGuid();
        var now = time.GetUtcNow();
        await using var context = contexts.CreateDbContext();
        var taken = await context.Database.ExecuteSqlRawAsync(
            Take, [user.Value, turn, (now + LongestTurn).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds()], ct);
        return taken == 1 ? new Turn(contexts, user, turn) : null;
    }

    private sealed class Turn(IDbContextFactory<CleanLoginDbContext> contexts, UserId user, Guid turn) : IAsyncDisposable
    {
        // Given back even when the request that took it was broken off.
        public async ValueTask DisposeAsync()
        {
            await using var context = contexts.CreateDbContext();
            await context.Set<AuthenticatorChangeRecord>().Where(row => row.UserId == user.Value && row.Turn == turn).ExecuteDeleteAsync();
        }
    }
}
