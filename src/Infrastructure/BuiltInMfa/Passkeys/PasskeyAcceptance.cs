using System.Buffers.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>What follows once a signature is known to be right: the challenge is spent and the counter moves on, in one transaction, or it is no use.</summary>
internal sealed class PasskeyAcceptance(EventWriter events, TimeProvider time)
{
    public async Task<PasskeyUse> AcceptAsync(
        CleanLoginDbContext context,
        UserId user,
        UserPasskeyInfo passkey,
        (bool UserVerified, uint Counter) use,
        string state,
        CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var spent = SpentChallengeRecord.Of(state, now);
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // Holds the passkey's row until the end: of two uses at once the second one sees the first one's counter.
        var held = await context.UserPasskeys
            .Where(row => row.CredentialId == passkey.CredentialId && row.UserId == user.Value)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.UserId, row => row.UserId), ct);
        if (held == 0)
        {
            return new PasskeyUse.Refused();
        }

        if (await context.Set<SpentChallengeRecord>().AnyAsync(row => row.Digest == spent.Digest, ct))
        {
            return new PasskeyUse.AlreadyUsed();
        }

        context.ChangeTracker.Clear();
        var kept = await context.UserPasskeys.SingleAsync(row => row.CredentialId == passkey.CredentialId, ct);
        var isCopy = (use.Counter != 0 || kept.Data.SignCount != 0) && use.Counter <= kept.Data.SignCount;
        context.Add(spent);
        if (isCopy)
        {
            await events.AddAsync(context, [new PasskeyCopySuspected(now, user, kept.Name)], ct);
        }
        else
        {
            kept.LastUsedAt = now;
            kept.Data.SignCount = use.Counter;
            kept.Data.IsBackedUp = passkey.IsBackedUp;
        }

        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return isCopy
            ? new PasskeyUse.Suspect(user)
            : new PasskeyUse.Accepted(
                user, AuthenticationMethod.OfPasskey(use.UserVerified, kept.Data.IsBackupEligible), Base64Url.EncodeToString(spent.Digest), now);
    }
}
