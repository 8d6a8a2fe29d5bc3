using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.BuiltInMfa.Passkeys;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>
/// The authenticator apps and passkeys in this server's own database. Apps are enrolled in the course of a login, passkeys on a page of
/// their own.
/// </summary>
internal sealed class BuiltInAuthenticatorDirectory(IDbContextFactory<CleanLoginDbContext> contexts) : IAuthenticatorDirectory
{
    public bool OffersEnrolment => false;

    public async Task<AuthenticatorListing> ListAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        var apps = await context.Set<TotpAuthenticatorRecord>().AsNoTracking()
            .Where(row => row.UserId == user.Value)
            .Select(row => new { row.Id, row.EnrolledAt })
            .ToListAsync(ct);
        var passkeys = await context.UserPasskeys.AsNoTracking().Where(row => row.UserId == user.Value).ToListAsync(ct);
        return new AuthenticatorListing.Listed(
        [
            .. apps
                .Select(row => new EnrolledAuthenticator(
                    AuthenticatorId.Of(row.Id), AuthenticationMethod.OneTimePassword, Label: null, row.EnrolledAt, LastUsedAt: null))
                .Concat(passkeys.Select(Read))
                .OrderBy(one => one.EnrolledAt),
        ]);
    }

    public Task<EnrolmentStart> BeginEnrolmentAsync(AuthenticatorEnrolment enrolment, CancellationToken ct) =>
        Task.FromResult<EnrolmentStart>(new EnrolmentStart.NotOffered());

    public async Task<AuthenticatorRemoval> RemoveAsync(RecentMultiFactor by, AuthenticatorId id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(id);
        var owner = by.User.Value;
        await using var context = contexts.CreateDbContext();
        await using var work = await context.Database.BeginTransactionAsync(ct);
        var apps = context.Set<TotpAuthenticatorRecord>().Where(row => row.UserId == owner);
        var passkeys = context.UserPasskeys.Where(row => row.UserId == owner);
        if (!await RemoveAppAsync(apps, id, ct) && !await RemovePasskeyAsync(passkeys, id, ct))
        {
            return new AuthenticatorRemoval.Unknown();
        }

        // Recovery codes are the way back to an authenticator: with the last one they go too.
        if (!await apps.AnyAsync(ct) && !await passkeys.AnyAsync(ct))
        {
            await context.Set<RecoveryCodeRecord>().Where(row => row.UserId == owner).ExecuteDeleteAsync(ct);
        }

        await work.CommitAsync(ct);
        return new AuthenticatorRemoval.Removed();
    }

    private static async Task<bool> RemoveAppAsync(IQueryable<TotpAuthenticatorRecord> own, AuthenticatorId id, CancellationToken ct) =>
        Guid.TryParseExact(id.Value, "N", out var key) && await own.Where(row => row.Id == key).ExecuteDeleteAsync(ct) > 0;

    private static async Task<bool> RemovePasskeyAsync(IQueryable<PasskeyRecord> own, AuthenticatorId id, CancellationToken ct)
    {
        var credentials = await own.Select(row => row.CredentialId).ToListAsync(ct);
        return credentials.Find(credential => PasskeyNames.Of(credential) == id) is { } named
            && await own.Where(row => row.CredentialId == named).ExecuteDeleteAsync(ct) > 0;
    }

    // As what it can prove at its best: a use without user verification proves less.
    private static EnrolledAuthenticator Read(PasskeyRecord row) => new(
        row.Name,
        AuthenticationMethod.OfPasskey(row.Data.IsUserVerified, row.Data.IsBackupEligible),
        row.Data.Name,
        row.Data.CreatedAt,
        row.LastUsedAt)
    {
        MayBeRenamed = true,
    };
}
