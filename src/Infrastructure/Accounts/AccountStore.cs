using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Accounts;

internal sealed class AccountStore(
    IDbContextFactory<CleanLoginDbContext> contexts, AccountQueries queries, ILookupNormalizer normalizer, TimeProvider clock) : IAccounts
{
    public async Task<Account?> FindAsync(Username username, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(username);
        await using var context = contexts.CreateDbContext();
        return Read(await queries.ByName(context, normalizer.NormalizeName(username.Value), ct));
    }

    public async Task<Account?> FindAsync(UserId id, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return Read(await queries.ById(context, id.Value, ct));
    }

    public async Task<Account?> FindAsync(EmailAddress address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        var normalized = normalizer.NormalizeEmail(address.Value);
        await using var context = contexts.CreateDbContext();
        var found = await context.Users.AsNoTracking()
            .Where(account => account.NormalizedEmail == normalized && account.EmailConfirmed)
            .Take(2)
            .ToListAsync(ct);
        return found is [var only] ? Read(only) : null;
    }

    public async Task<bool> ReplaceDigestAsync(UserId id, PasswordDigest outdated, PasswordDigest fresh, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(outdated);
        ArgumentNullException.ThrowIfNull(fresh);
        var (from, to) = (outdated.Reveal(), fresh.Reveal());
        var stamp = Guid.NewGuid().ToString();
        await using var context = contexts.CreateDbContext();
        return await context.Users
            .Where(account => account.Id == id.Value && account.PasswordHash == from)
            .ExecuteUpdateAsync(
                change => change.SetProperty(account => account.PasswordHash, to).SetProperty(account => account.ConcurrencyStamp, stamp), ct) == 1;
    }

    // A row without a usable name cannot be named by a person either: it is no account.
    private Account? Read(AccountRecord? row) => Username.Parse(row?.UserName) is { } username && row is not null
        ? new Account(
            new UserId(row.Id),
            username,
            row.DisplayName.Length > 0 ? row.DisplayName : username.Value,
            row.Email,
            row.EmailConfirmed,
            row.IsActive && !IsLockedOut(row),
            row.PasswordHash is null ? null : new PasswordDigest(row.PasswordHash))
        {
            SignedOutBefore = row.SignedOutBefore,
            PasswordReplacedAt = row.PasswordReplacedAt,
            IsPasswordDue = row.IsPasswordDue && row.PasswordHash is not null,
        }
        : null;

    // Identity's own lockout counts as well: in an adopted database it is how accounts are disabled.
    private bool IsLockedOut(AccountRecord row) => row.LockoutEnabled && row.LockoutEnd > clock.GetUtcNow();
}
