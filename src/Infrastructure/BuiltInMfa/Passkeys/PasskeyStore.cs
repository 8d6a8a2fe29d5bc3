using System.Buffers.Text;
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
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

internal sealed class PasskeyStore(
    IDbContextFactory<CleanLoginDbContext> contexts,
    PasskeyVerifier verifier,
    PasskeyTickets tickets,
    PasskeyAcceptance acceptance,
    EventWriter events,
    TimeProvider time)
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
            ? await acceptance.AcceptAsync(context, new UserId(user.Id), passkey, use, state, ct)
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
        context.Add(SpentChallengeRecord.Of(state, now));
        context.Add(PasskeyRecord.Of(passkey, by.User, now));
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

    public async Task<bool> IsInvitationDeclinedAsync(UserId user, CancellationToken ct)
    {
        await using var context = contexts.CreateDbContext();
        return await context.Users.AnyAsync(account => account.Id == user.Value && account.PasskeyInvitationDeclinedAt != null, ct);
    }

    public async Task DeclineInvitationAsync(UserId user, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var context = contexts.CreateDbContext();
        await context.Users.Where(account => account.Id == user.Value)
            .ExecuteUpdateAsync(change => change.SetProperty(account => account.PasskeyInvitationDeclinedAt, now), ct);
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

    public async Task<string?> DescribeUnknownAsync(ChallengeToken answer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (PasskeyAnswer.Parse(answer) is not { } read
            || tickets.Open(read.Ticket, PasskeyPurpose.For(new PasskeyAsk.SignIn())) is null
            || read.CredentialId is not { } id)
        {
            return null;
        }

        await using var context = contexts.CreateDbContext();
        return await context.UserPasskeys.AnyAsync(row => row.CredentialId == id, ct)
            ? null
            : JsonSerializer.Serialize(new { rpId = verifier.RelyingParty, credentialId = Base64Url.EncodeToString(id) });
    }
}
