using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Mfa;

internal sealed class ProviderNoticeStore(IDbContextFactory<CleanLoginDbContext> contexts, EventWriter events) : IProviderNotices
{
    public async Task<bool> RecordAsync(ProviderNotice notice, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(notice);
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // First, and by itself: whoever writes the id owns the message.
        context.Add(new ProviderNoticeRecord { Id = notice.Id, ReceivedAt = notice.ReceivedAt });
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException conflict) when (UniqueKey.IsViolatedIn(conflict))
        {
            return false;
        }

        if (notice.EndsLoginsBefore is { } moment)
        {
            await EndLoginsAsync(context, notice.User.Value, moment, ct);
        }

        await events.AddReportedAsync(context, notice.Events, ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return true;
    }

    // The moment on the account speaks to refresh tokens, and only ever moves on.
    private static async Task EndLoginsAsync(CleanLoginDbContext context, string user, DateTimeOffset moment, CancellationToken ct)
    {
        await context.Users
            .Where(account => account.Id == user && (account.SignedOutBefore == null || account.SignedOutBefore < moment))
            .ExecuteUpdateAsync(change => change.SetProperty(account => account.SignedOutBefore, moment), ct);
        await context.Set<SessionRecord>()
            .Where(session => session.Subject == user && session.AuthenticatedAt < moment)
            .ExecuteDeleteAsync(ct);
    }
}
