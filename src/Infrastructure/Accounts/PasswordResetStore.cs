using System.Security.Cryptography;
using System.Text;
using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class PasswordResetStore(
    IDbContextFactory<CleanLoginDbContext> contexts, OutboxStore outbox, EventWriter events, TimeProvider time) : IPasswordResets
{
    // One statement, the same on SQLite and PostgreSQL: of parallel askers one gets the row, and nobody while it is open.
    private const string Open = """
        INSERT INTO "PasswordResets" ("Name", "Slot", "UserId", "Digest", "ExpiresAt") VALUES ({0}, {1}, {2}, {3}, {4})
        ON CONFLICT ("Name", "Slot") DO UPDATE SET "UserId" = {2}, "Digest" = {3}, "ExpiresAt" = {4}
        WHERE "PasswordResets"."ExpiresAt" <= {5}
        """;

    public async Task BeginAsync(PasswordResetStart start, Mail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(start);
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);
        if (await TryOpenAsync(context, start, ct))
        {
            outbox.AddOrPretend(context, start.To, start.User, mail);
        }

        await events.AddAsync(context, [new PasswordResetRequested(time.GetUtcNow(), start.User)], ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }

    public async Task<UserId?> FindAsync(ResetToken token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        await using var context = contexts.CreateDbContext();
        var user = await Live(context, token).AsNoTracking().Select(reset => reset.UserId).SingleOrDefaultAsync(ct);
        return UserId.Parse(user);
    }

    public async Task<bool> CompleteAsync(ResetToken token, Account account, PasswordDigest fresh, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(fresh);
        var user = account.Id.Value;
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // Whoever deletes the row owns the way; of parallel calls the others find none.
        if (await Live(context, token).Where(reset => reset.UserId == user).ExecuteDeleteAsync(ct) == 0)
        {
            return false;
        }

        // The moment is taken after the waiting logins: one that was completed before they ended is older than it, and ends by it.
        await WaitingLogins.EndWithinAsync(context, account.Id, ct);
        var now = time.GetUtcNow();
        if (await SetPasswordAsync(context, user, fresh.Reveal(), now, ct) == 0)
        {
            return false;
        }

        // What was sent before, and whoever came in by the old password, is done with.
        var attempts = AttemptKey.ForPassword(account.Username).Value;
        await context.Set<PasswordResetRecord>().Where(reset => reset.UserId == user).ExecuteDeleteAsync(ct);
        await context.Set<SessionRecord>().Where(session => session.Subject == user).ExecuteDeleteAsync(ct);
        await context.Set<AttemptRecord>().Where(attempt => attempt.Key == attempts).ExecuteDeleteAsync(ct);
        await events.AddAsync(context, [new PasswordReset(now, account.Id), new LoginsEnded(now, account.Id, now)], ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return true;
    }

    private async Task<bool> TryOpenAsync(CleanLoginDbContext context, PasswordResetStart start, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var name = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes((start.User is null ? "name:" : "user:") + start.Name)));
        for (var slot = 0; slot < IPasswordResets.MostAtOnce; slot++)
        {
            var opened = await context.Database.ExecuteSqlRawAsync(
                Open,
                [
                    name, slot, start.User?.Value ?? string.Empty, start.Token.ToDigest(),
                    (now + ResetToken.Lifetime).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(),
                ],
                ct);
            if (opened == 1)
            {
                return true;
            }
        }

        return false;
    }

    private IQueryable<PasswordResetRecord> Live(CleanLoginDbContext context, ResetToken token)
    {
        var digest = token.ToDigest();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return context.Set<PasswordResetRecord>().Where(reset => reset.Digest == digest && reset.ExpiresAt > now);
    }

    private static Task<int> SetPasswordAsync(CleanLoginDbContext context, string user, string digest, DateTimeOffset now, CancellationToken ct)
    {
        var (security, concurrency) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        return context.Users.Where(account => account.Id == user && account.IsActive).ExecuteUpdateAsync(
            change => change
                .SetProperty(account => account.PasswordHash, digest)
                .SetProperty(account => account.SecurityStamp, security)
                .SetProperty(account => account.ConcurrencyStamp, concurrency)
                .SetProperty(account => account.PasswordReplacedAt, now)
                .SetProperty(account => account.IsPasswordDue, false)
                .SetProperty(account => account.SignedOutBefore, now),
            ct);
    }
}
