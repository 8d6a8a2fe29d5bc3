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

    public async Task<PassedChallenge?> RedeemAsync(ChallengeToken token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        var digest = PassedChallengeRecord.DigestOf(token);
        await using var context = contexts.CreateDbContext();
        var found = context.Set<PassedChallengeRecord>().Where(row => row.TokenDigest == digest);
        var passed = await found.AsNoTracking().SingleOrDefaultAsync(ct);

        // Rows never change, so what was read is what is deleted. Whoever deletes the row has it.
        return passed is not null && await found.ExecuteDeleteAsync(ct) == 1 ? passed.ToPassedChallenge() : null;
    }
}
