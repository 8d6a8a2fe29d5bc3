using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class RecoveryCodeStore(IDbContextFactory<CleanLoginDbContext> contexts) : IRecoveryCodes
{
    public async Task<RecoveryCodeSet> FindAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return RecoveryCodeSet.FromDigests(
            await context.Set<RecoveryCodeRecord>().Where(row => row.UserId == user.Value).Select(row => row.Digest).ToListAsync(ct));
    }

    public async Task<bool> RemoveAsync(UserId user, byte[] digest, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<RecoveryCodeRecord>()
            .Where(row => row.UserId == user.Value && row.Digest == digest)
            .ExecuteDeleteAsync(ct) == 1;
    }
}
