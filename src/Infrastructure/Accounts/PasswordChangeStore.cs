using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class PasswordChangeStore(
    IDbContextFactory<CleanLoginDbContext> contexts, SessionDirectory sessions, EventWriter events, TimeProvider time) : IPasswordChanges
{
    public async Task<bool> CompleteAsync(Account account, PasswordDigest fresh, bool endOtherSessions, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(fresh);
        var user = account.Id.Value;
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // Of two changes at once, that both knew the same password, one is made.
        var now = time.GetUtcNow();
        if (account.Digest is not { } present || await ReplaceAsync(context, user, present.Reveal(), fresh.Reveal(), now, ct) == 0)
        {
            return false;
        }

        await WaitingLogins.EndWithinAsync(context, account.Id, ct);
        await context.Set<PasswordResetRecord>().Where(reset => reset.UserId == user).ExecuteDeleteAsync(ct);
        if (endOtherSessions)
        {
            await sessions.EndOthersWithinAsync(context, account.Id, ct);
        }

        await events.AddAsync(context, [new PasswordChanged(now, account.Id)], ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return true;
    }

    private static Task<int> ReplaceAsync(CleanLoginDbContext context, string user, string present, string fresh, DateTimeOffset now, CancellationToken ct)
    {
        var (security, concurrency) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        return context.Users.Where(row => row.Id == user && row.IsActive && row.PasswordHash == present).ExecuteUpdateAsync(
            change => change
                .SetProperty(row => row.PasswordHash, fresh)
                .SetProperty(row => row.SecurityStamp, security)
                .SetProperty(row => row.ConcurrencyStamp, concurrency)
                .SetProperty(row => row.PasswordReplacedAt, now)
                .SetProperty(row => row.IsPasswordDue, false),
            ct);
    }
}
