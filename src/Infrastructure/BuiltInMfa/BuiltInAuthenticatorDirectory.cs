using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>The authenticator apps in this server's own database. They are enrolled in the course of a login.</summary>
internal sealed class BuiltInAuthenticatorDirectory(IDbContextFactory<CleanLoginDbContext> contexts) : IAuthenticatorDirectory
{
    public bool OffersEnrolment => false;

    public async Task<AuthenticatorListing> ListAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        var rows = await context.Set<TotpAuthenticatorRecord>().AsNoTracking()
            .Where(row => row.UserId == user.Value)
            .OrderBy(row => row.EnrolledAt)
            .Select(row => new { row.Id, row.EnrolledAt })
            .ToListAsync(ct);
        return new AuthenticatorListing.Listed(
            [.. rows.Select(row => new EnrolledAuthenticator(
                AuthenticatorId.Of(row.Id), AuthenticationMethod.OneTimePassword, Label: null, row.EnrolledAt, LastUsedAt: null))]);
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
        var own = context.Set<TotpAuthenticatorRecord>().Where(row => row.UserId == owner);
        if (!Guid.TryParseExact(id.Value, "N", out var key) || await own.Where(row => row.Id == key).ExecuteDeleteAsync(ct) == 0)
        {
            return new AuthenticatorRemoval.Unknown();
        }

        // Recovery codes are the way back to an authenticator: with the last one they go too.
        if (!await own.AnyAsync(ct))
        {
            await context.Set<RecoveryCodeRecord>().Where(row => row.UserId == owner).ExecuteDeleteAsync(ct);
        }

        await work.CommitAsync(ct);
        return new AuthenticatorRemoval.Removed();
    }
}
