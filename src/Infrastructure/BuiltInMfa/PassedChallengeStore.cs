using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class PassedChallengeStore(IDbContextFactory<CleanLoginDbContext> contexts) : IPassedChallenges
{
    public async Task RecordAsync(PassedChallenge passed, ChallengeToken token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(token);
        await using var context = contexts.CreateDbContext();
        context.Add(PassedChallengeRecord.Of(passed, token));
        await context.SaveChangesAsync(ct);
    }

    public async Task<PassedChallenge?> FindAsync(ChallengeToken token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        var digest = PassedChallengeRecord.DigestOf(token);
        await using var context = contexts.CreateDbContext();
        var found = await context.Set<PassedChallengeRecord>().AsNoTracking().SingleOrDefaultAsync(row => row.TokenDigest == digest, ct);
        return found?.ToPassedChallenge();
    }
}
