using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Sessions;

internal sealed class SessionDirectory(
    IDbContextFactory<CleanLoginDbContext> contexts, SessionStore store, BrowserSession browser, EventWriter events, TimeProvider time)
    : ISessions
{
    public async Task<IReadOnlyList<SignedInBrowser>> ListAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return
        [
            .. (await LiveAsync(context, user, ct)).Select(Read)
                .OrderByDescending(session => session.IsThisOne).ThenByDescending(session => session.LastSeenAt),
        ];
    }

    public async Task<bool> EndAsync(UserId user, SessionReference session, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        await using var context = contexts.CreateDbContext();
        var named = (await LiveAsync(context, user, ct)).Where(row => SessionStore.ReferenceOfRow(row.Id) == session.Value);
        return await EndAsync(context, [.. named], new SessionEnded(time.GetUtcNow(), user), ct) == 1;
    }

    public async Task<int> EndOthersAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);
        var ended = await EndOthersWithinAsync(context, user, ct);
        await events.AddAsync(context, [new OtherSessionsEnded(time.GetUtcNow(), user)], ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return ended;
    }

    public async Task<bool> IsEndedAsync(SessionReference session, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        await using var context = contexts.CreateDbContext();
        return await context.Set<EndedSessionRecord>().AnyAsync(ended => ended.Reference == session.Value, ct);
    }

    /// <summary>Ends the others within a piece of work of somebody else's, who saves it.</summary>
    public async Task<int> EndOthersWithinAsync(CleanLoginDbContext context, UserId user, CancellationToken ct)
    {
        // Sessions that have run out or were signed out have no row, and may have left refresh tokens: their logins are older than this one.
        if (await browser.GetAsync(ct) is { } here)
        {
            await EndLoginsBeforeAsync(context, user, here.AuthenticatedAt, ct);
        }

        return await DeleteAsync(context, await OthersAsync(context, user, ct), ct);
    }

    private async Task<int> EndAsync(CleanLoginDbContext context, IReadOnlyList<SessionRecord> sessions, SecurityEvent happened, CancellationToken ct)
    {
        await using var work = await context.Database.BeginTransactionAsync(ct);
        var ended = await DeleteAsync(context, sessions, ct);
        if (ended > 0)
        {
            await events.AddAsync(context, [happened], ct);
            await context.SaveChangesAsync(ct);
            await work.CommitAsync(ct);
        }

        return ended;
    }

    // In whole seconds, as tokens say it: this login's own tokens must not be older than itself.
    private static async Task EndLoginsBeforeAsync(CleanLoginDbContext context, UserId user, DateTimeOffset login, CancellationToken ct)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(login.ToUnixTimeSeconds());
        await context.Users
            .Where(account => account.Id == user.Value && (account.SignedOutBefore == null || account.SignedOutBefore < moment))
            .ExecuteUpdateAsync(change => change.SetProperty(account => account.SignedOutBefore, moment), ct);
    }

    // Whoever deletes the row has ended it; of parallel calls the others find none.
    private async Task<int> DeleteAsync(CleanLoginDbContext context, IReadOnlyList<SessionRecord> sessions, CancellationToken ct)
    {
        var ended = 0;
        foreach (var session in sessions)
        {
            if (await context.Set<SessionRecord>().Where(row => row.Id == session.Id).ExecuteDeleteAsync(ct) == 1)
            {
                context.Add(new EndedSessionRecord
                {
                    Reference = SessionStore.ReferenceOfRow(session.Id), EndedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
                });
                ended++;
            }
        }

        return ended;
    }

    private async Task<List<SessionRecord>> OthersAsync(CleanLoginDbContext context, UserId user, CancellationToken ct) =>
        [.. (await LiveAsync(context, user, ct)).Where(row => SessionStore.ReferenceOfRow(row.Id) != browser.Reference)];

    private async Task<IEnumerable<SessionRecord>> LiveAsync(CleanLoginDbContext context, UserId user, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = await context.Set<SessionRecord>().AsNoTracking().Where(row => row.Subject == user.Value).ToListAsync(ct);
        return rows.Where(row => store.IsLive(row, now));
    }

    private SignedInBrowser Read(SessionRecord row)
    {
        var reference = SessionStore.ReferenceOfRow(row.Id);
        return new SignedInBrowser(
            SessionReference.Parse(reference)!,
            reference == browser.Reference,
            row.UserAgent,
            IPAddress.TryParse(row.Address, out var address) ? address : null,
            row.AuthenticatedAt,
            row.LastSeenAt);
    }
}
