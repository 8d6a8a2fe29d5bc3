using CleanLogin.Application.Login;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>Forgets tokens as soon as the login that they complete is over.</summary>
internal sealed class PassedChallengePruning(
    IDbContextFactory<CleanLoginDbContext> contexts, LoginLifetime lifetime, TimeProvider time) : IPrunable
{
    public string Name => "passed challenges";

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        var threshold = time.GetUtcNow() - lifetime.Value;
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<PassedChallengeRecord>()
            .Where(passed => passed.At <= threshold)
            .OrderBy(passed => passed.At)
            .DeleteSomeAsync(ct);
    }
}
