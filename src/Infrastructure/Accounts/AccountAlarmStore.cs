using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class AccountAlarmStore(IDbContextFactory<CleanLoginDbContext> contexts, EventWriter events, TimeProvider time) : IAccountAlarms
{
    public async Task ShutOutAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // The moment is taken after the waiting logins: one that was completed before they ended is older than it, and ends by it.
        await WaitingLogins.EndWithinAsync(context, user, ct);
        var now = time.GetUtcNow();
        await context.Users.Where(account => account.Id == user.Value).ExecuteUpdateAsync(
            change => change.SetProperty(account => account.IsPasswordDue, true).SetProperty(account => account.SignedOutBefore, now), ct);
        await context.Set<SessionRecord>().Where(session => session.Subject == user.Value).ExecuteDeleteAsync(ct);
        await context.Set<PasswordResetRecord>().Where(reset => reset.UserId == user.Value).ExecuteDeleteAsync(ct);
        await events.AddAsync(context, [new AlarmRaised(now, user), new LoginsEnded(now, user, now)], ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }
}
