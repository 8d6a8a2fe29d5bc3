using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>Forgets challenges that are refused by their age alone.</summary>
internal sealed class SpentChallengePruning(IDbContextFactory<CleanLoginDbContext> contexts, TimeProvider time) : IPrunable
{
    // A challenge is spent within its life at the latest.
    private static readonly TimeSpan Retention = PasskeyTickets.Lifetime * 2;

    public string Name => "spent challenges of passkeys";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - Retention;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<SpentChallengeRecord>()
            .Where(challenge => challenge.At <= threshold)
            .OrderBy(challenge => challenge.At)
            .DeleteSomeAsync(ct);
    }
}
