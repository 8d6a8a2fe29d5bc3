using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpAuthenticatorStore(
    IDbContextFactory<CleanLoginDbContext> contexts, SecretProtector protector, EventWriter events, TimeProvider clock) : ITotpAuthenticators
{
    public async Task<bool> AnyAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Set<TotpAuthenticatorRecord>().AnyAsync(row => row.UserId == user.Value, ct);
    }

    public async Task<IReadOnlyList<TotpAuthenticator>> ListAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        var rows = await context.Set<TotpAuthenticatorRecord>().AsNoTracking().Where(row => row.UserId == user.Value).ToListAsync(ct);
        return [.. rows.Select(row =>
            new TotpAuthenticator(AuthenticatorId.Of(row.Id), protector.Unprotect(row.Secret, user), row.LastAcceptedStep))];
    }

    public async Task<bool> AcceptStepAsync(AuthenticatorId id, long step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(id);
        var key = TotpAuthenticatorRecord.KeyOf(id);
        await using var context = contexts.CreateDbContext();
        return await context.Set<TotpAuthenticatorRecord>()
            .Where(row => row.Id == key && row.LastAcceptedStep < step)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.LastAcceptedStep, step), ct) == 1;
    }

    public async Task<TotpSecret> GetOrBeginEnrolmentAsync(
        LoginTransactionId transaction, UserId user, TotpSecret fresh, CancellationToken ct)
    {
        if (await FindEnrolmentAsync(transaction, ct) is { } begun)
        {
            return begun;
        }

        await using var context = contexts.CreateDbContext();
        context.Add(new TotpEnrolmentRecord
        {
            TransactionId = transaction.Value,
            UserId = user.Value,
            Secret = protector.Protect(fresh, user),
            BeganAt = clock.GetUtcNow(),
        });
        try
        {
            await context.SaveChangesAsync(ct);
            return fresh;
        }
        catch (DbUpdateException conflict) when (UniqueKey.IsViolatedIn(conflict))
        {
            // The page was opened twice at once; the first secret is the one.
            return await FindEnrolmentAsync(transaction, ct) ?? throw new InvalidOperationException("The enrolment ended meanwhile.", conflict);
        }
    }

    public async Task<TotpSecret?> FindEnrolmentAsync(LoginTransactionId transaction, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        var row = await context.Set<TotpEnrolmentRecord>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.TransactionId == transaction.Value, ct);
        return row is null ? null : protector.Unprotect(row.Secret, new UserId(row.UserId));
    }

    public async Task<bool> ConfirmEnrolmentAsync(TotpEnrolment enrolment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        var user = enrolment.Passed.User;
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // Holds the account's row until the end: two first enrolments, begun in two logins, must not both find none before them.
        var held = await context.Users.Where(account => account.Id == user.Value)
            .ExecuteUpdateAsync(change => change.SetProperty(account => account.IsActive, account => account.IsActive), ct);
        var older = context.Set<TotpAuthenticatorRecord>().Where(row => row.UserId == user.Value);
        var passkeys = context.UserPasskeys.Where(row => row.UserId == user.Value);
        if (held == 0 || (!enrolment.Replaces && (await older.AnyAsync(ct) || await passkeys.AnyAsync(ct))))
        {
            return false;
        }

        // Whoever deletes the row owns the enrolment; of parallel calls the others find none.
        var ended = await context.Set<TotpEnrolmentRecord>()
            .Where(row => row.TransactionId == enrolment.Passed.Transaction.Value && row.UserId == user.Value)
            .ExecuteDeleteAsync(ct);
        if (ended == 0)
        {
            return false;
        }

        // The others with it: two logins of a browser may have shown one key, and its codes count once.
        await context.Set<TotpEnrolmentRecord>().Where(row => row.UserId == user.Value).ExecuteDeleteAsync(ct);
        await older.ExecuteDeleteAsync(ct);
        await context.Set<RecoveryCodeRecord>().Where(row => row.UserId == user.Value).ExecuteDeleteAsync(ct);
        context.Add(new TotpAuthenticatorRecord
        {
            Id = TotpAuthenticatorRecord.KeyOf(enrolment.Authenticator.Id),
            UserId = user.Value,
            Secret = protector.Protect(enrolment.Authenticator.Secret, user),
            LastAcceptedStep = enrolment.Authenticator.LastAcceptedStep,
            EnrolledAt = enrolment.Passed.At,
        });
        context.AddRange(enrolment.RecoveryCodes.Digests.Select(digest => new RecoveryCodeRecord { UserId = user.Value, Digest = digest }));
        context.Add(PassedChallengeRecord.Of(enrolment.Passed, enrolment.Token));
        await events.AddAsync(context, enrolment.Events, ct);
        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return true;
    }
}
