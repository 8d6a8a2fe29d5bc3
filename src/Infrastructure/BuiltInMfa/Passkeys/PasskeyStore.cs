using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

internal sealed class PasskeyStore(
    IDbContextFactory<CleanLoginDbContext> contexts, PasskeyVerifier verifier, PasskeyTickets tickets, EventWriter events, TimeProvider time)
    : IOwnPasskeys
{
    public async Task<bool> AnyAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return await context.UserPasskeys.AnyAsync(row => row.UserId == user.Value, ct);
    }

    public async Task<PasskeyCeremony> AskAsync(PasskeyAsk ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        await using var context = contexts.CreateDbContext();
        var person = ask is PasskeyAsk.SecondStep step
            ? await context.Users.AsNoTracking().SingleAsync(account => account.Id == step.User.Value, ct)
            : null;
        var (options, state) = await verifier.AskAsync(context, person);
        return new PasskeyCeremony(options, tickets.Close(state, PasskeyPurpose.For(ask)));
    }

    public async Task<PasskeyUse> VerifyAsync(PasskeyAsk ask, ChallengeToken answer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(answer);
        if (PasskeyAnswer.Parse(answer) is not { } read
            || tickets.Open(read.Ticket, PasskeyPurpose.For(ask)) is not { } state
            || read.ReadUse() is not { } use)
        {
            return new PasskeyUse.Refused();
        }

        await using var context = contexts.CreateDbContext();
        return await verifier.VerifyAsync(context, read, state) is var (user, passkey)
            ? await AcceptAsync(context, new UserId(user.Id), passkey, use, state, ct)
            : new PasskeyUse.Refused();
    }

    public async Task<PasskeyCeremony> BeginAddingAsync(RecentMultiFactor by, Account account, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(account);
        await using var context = contexts.CreateDbContext();
        var (options, state) = await verifier.AskForNewAsync(context, account);
        return new PasskeyCeremony(options, tickets.Close(state, PasskeyPurpose.Adding(by.User)));
    }

    public async Task<AuthenticatorId?> AddAsync(RecentMultiFactor by, ChallengeToken answer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(answer);
        await using var context = contexts.CreateDbContext();
        if (PasskeyAnswer.Parse(answer) is not { } read
            || tickets.Open(read.Ticket, PasskeyPurpose.Adding(by.User)) is not { } state
            || await verifier.VerifyNewAsync(context, read, state) is not var (user, passkey)
            || user != by.User.Value)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var id = PasskeyNames.Of(passkey.CredentialId);
        context.Add(new SpentChallengeRecord { Digest = DigestOf(state), At = now });
        context.Add(RecordOf(passkey, by.User, now));
        await events.AddAsync(context, [new AuthenticatorEnrolled(now, by.User, id)], ct);
        try
        {
            await context.SaveChangesAsync(ct);
            return id;
        }
        catch (DbUpdateException conflict) when (UniqueKey.IsViolatedIn(conflict))
        {
            // This answer, or this key, was here before.
            return null;
        }
    }

    public async Task<bool> RenameAsync(UserId owner, AuthenticatorId id, PasskeyName name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        await using var context = contexts.CreateDbContext();
        var own = await context.UserPasskeys.Where(row => row.UserId == owner.Value).ToListAsync(ct);
        if (own.Find(row => row.Name == id) is not { } passkey)
        {
            return false;
        }

        passkey.Data.Name = name.Value;
        await context.SaveChangesAsync(ct);
        return true;
    }

    public async Task<PasskeySignal> DescribeAsync(Account account, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(account);
        await using var context = contexts.CreateDbContext();
        var ids = await context.UserPasskeys.Where(row => row.UserId == account.Id.Value).Select(row => row.CredentialId).ToListAsync(ct);
        var (rpId, userId) = (verifier.RelyingParty, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(account.Id.Value)));
        return new PasskeySignal(
            JsonSerializer.Serialize(new { rpId, userId, allAcceptedCredentialIds = ids.Select(id => Base64Url.EncodeToString(id)) }),
            JsonSerializer.Serialize(new { rpId, userId, name = account.Username.Value, displayName = account.DisplayName }));
    }

    private async Task<PasskeyUse> AcceptAsync(
        CleanLoginDbContext context,
        UserId user,
        UserPasskeyInfo passkey,
        (bool UserVerified, uint Counter) use,
        string state,
        CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var digest = DigestOf(state);
        await using var work = await context.Database.BeginTransactionAsync(ct);

        // Holds the passkey's row until the end: of two uses at once the second one sees the first one's counter.
        var held = await context.UserPasskeys
            .Where(row => row.CredentialId == passkey.CredentialId && row.UserId == user.Value)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.LastUsedAt, now), ct);
        if (held == 0)
        {
            return new PasskeyUse.Refused();
        }

        if (await context.Set<SpentChallengeRecord>().AnyAsync(row => row.Digest == digest, ct))
        {
            return new PasskeyUse.AlreadyUsed();
        }

        context.ChangeTracker.Clear();
        var kept = await context.UserPasskeys.SingleAsync(row => row.CredentialId == passkey.CredentialId, ct);
        var isCopy = (use.Counter != 0 || kept.Data.SignCount != 0) && use.Counter <= kept.Data.SignCount;
        context.Add(new SpentChallengeRecord { Digest = digest, At = now });
        if (isCopy)
        {
            await events.AddAsync(context, [new PasskeyCopySuspected(now, user, kept.Name)], ct);
        }
        else
        {
            kept.Data.SignCount = use.Counter;
            kept.Data.IsBackedUp = passkey.IsBackedUp;
        }

        await context.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return isCopy
            ? new PasskeyUse.Suspect(user)
            : new PasskeyUse.Accepted(
                user, AuthenticationMethod.OfPasskey(use.UserVerified, kept.Data.IsBackupEligible), Base64Url.EncodeToString(digest), now);
    }

    private static PasskeyRecord RecordOf(UserPasskeyInfo passkey, UserId owner, DateTimeOffset now) => new()
    {
        CredentialId = passkey.CredentialId,
        UserId = owner.Value,
        Data = new IdentityPasskeyData
        {
            Name = PasskeyProviders.NameOf(passkey.AttestationObject),
            PublicKey = passkey.PublicKey,
            CreatedAt = now,
            SignCount = passkey.SignCount,
            Transports = passkey.Transports,
            IsUserVerified = passkey.IsUserVerified,
            IsBackupEligible = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
            AttestationObject = passkey.AttestationObject,
            ClientDataJson = passkey.ClientDataJson,
        },
    };

    // The state holds the challenge, and nothing else that is random.
    private static byte[] DigestOf(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));
}
