using CleanLogin.Application.Mails;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Mailing;

internal sealed class OutboxStore(
    IDbContextFactory<CleanLoginDbContext> contexts, LetterWriter letters, MailRoute route, TimeProvider time) : IOutbox
{
    private const int BatchSize = 20;

    public bool IsOpen => route.IsOpen;

    public async Task PutAsync(EmailAddress to, UserId? owner, Mail mail, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        Add(context, to, owner, mail);
        await context.SaveChangesAsync(ct);
    }

    /// <summary>Adds a mail to what a context is about to save, so that there is no change without its mail, and no mail without its change.</summary>
    public void Add(CleanLoginDbContext context, EmailAddress to, UserId? owner, Mail mail)
    {
        if (IsOpen)
        {
            context.Add(letters.Write(to, owner, mail, time.GetUtcNow()));
        }
    }

    /// <summary>
    /// The same where nobody may learn whether there is somebody to write to: without an address the same work is done and the same row is added, which
    /// is forgotten instead of sent.
    /// </summary>
    public void AddOrPretend(CleanLoginDbContext context, EmailAddress? to, UserId? owner, Mail mail)
    {
        if (IsOpen)
        {
            context.Add(letters.Write(to, owner, mail, time.GetUtcNow()));
        }
    }

    /// <summary>Mails whose time has come, the longest waiting first.</summary>
    public async Task<IReadOnlyList<OutboxRecord>> ListDueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = contexts.CreateDbContext();
        return await context.Set<OutboxRecord>().AsNoTracking()
            .Where(mail => mail.DueAt <= now)
            .OrderBy(mail => mail.DueAt)
            .Take(BatchSize)
            .ToListAsync(ct);
    }

    /// <summary>Forgets what stands where mails would, as far as its time has come: however many there are, no mail waits behind them.</summary>
    public async Task ForgetPretencesAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = contexts.CreateDbContext();
        await context.Set<OutboxRecord>().Where(mail => mail.DueAt <= now && mail.Kind == OutboxRecord.Pretence).ExecuteDeleteAsync(ct);
    }

    /// <summary>
    /// Takes the next try of a mail, in one statement: of several hosts one gets it. A host that ends amidst it leaves the mail to whoever
    /// looks after the pause.
    /// </summary>
    public async Task<bool> ClaimAsync(OutboxRecord mail, CancellationToken ct)
    {
        var attempts = mail.Attempts + 1;
        var next = (time.GetUtcNow() + DeliveryTries.PauseAfter(attempts)).ToUnixTimeMilliseconds();
        await using var context = contexts.CreateDbContext();
        return await context.Set<OutboxRecord>()
            .Where(row => row.Id == mail.Id && row.DueAt == mail.DueAt)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Attempts, attempts).SetProperty(row => row.DueAt, next), ct) == 1;
    }

    /// <summary>Forgets a mail that was delivered.</summary>
    public async Task RemoveAsync(OutboxRecord mail, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        await context.Set<OutboxRecord>().Where(row => row.Id == mail.Id).ExecuteDeleteAsync(ct);
    }

    /// <summary>Forgets a mail that cannot be delivered, and records that.</summary>
    public async Task GiveUpAsync(OutboxRecord mail, CancellationToken ct)
    {
        var happened = new MailUndeliverable(time.GetUtcNow(), mail.UserId is { } user ? new UserId(user) : null, mail.Kind);
        await using var context = contexts.CreateDbContext();
        context.Remove(mail);
        context.Add(SecurityEventRecord.Of(happened));
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host has done so.
        }
    }
}
