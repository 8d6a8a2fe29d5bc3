using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Login;

// The same statements and the same hashing whether or not the account exists: look up, count, hash, record.
internal sealed class PasswordCheck(
    IAccounts accounts,
    AttemptBudget budget,
    IPasswordHasher hasher,
    IHashingScheduler hashing,
    ISecurityEvents events,
    TimeProvider time)
{
    public async Task<PasswordCheckResult> CheckAsync(
        Username username, PlainPassword password, LoginOrigin origin, CancellationToken ct)
    {
        // Before the account is read: the evidence must not look younger than a password that took this one's place meanwhile.
        var now = time.GetUtcNow();
        var account = await accounts.FindAsync(username, ct);
        var key = AttemptKey.ForPassword(username);

        // Charged before it is checked, or parallel guesses would all see the same old count.
        var attempt = await budget.ChargeAsync(
            account is null ? key.OfNobody() : key, account?.Id, AddressBlock.Of(origin.Address), ct);
        return await attempt.Charge.Match(
            _ => VerifyAsync(account, password, attempt, now, outOfUse: false, ct),
            refused => refused.Hidden
                ? VerifyAsync(account, password, attempt, now, outOfUse: true, ct)
                : ThrottleAsync(refused.RetryAfter, ct));
    }

    private async Task<PasswordCheckResult> VerifyAsync(
        Account? account, PlainPassword password, ChargedAttempt attempt, DateTimeOffset now, bool outOfUse, CancellationToken ct)
    {
        var verdict = await hashing.RunAsync(
            () => account?.Verify(password, hasher, now) ?? Account.RejectUnknown(password, hasher), ct);
        return await verdict.Match(
            verified => outOfUse
                ? RejectAsync(account!.Id, DenialReason.AccountUnusable, ct)
                : AcceptAsync(account!, verified, password, attempt, ct),
            rejected => RejectAsync(account?.Id, rejected.Reason, ct));
    }

    private async Task<PasswordCheckResult> AcceptAsync(
        Account account, PasswordVerdict.Verified verified, PlainPassword password, ChargedAttempt attempt, CancellationToken ct)
    {
        await budget.LiftAsync(attempt, ct);
        if (verified.Outdated)
        {
            var fresh = await hashing.RunAsync(() => hasher.Hash(password), ct);
            account = await accounts.ReplaceDigestAsync(account.Id, account.Digest!, fresh, ct) ? account with { Digest = fresh } : account;
        }

        return new PasswordCheckResult.Verified(account, verified.Evidence);
    }

    private async Task<PasswordCheckResult> RejectAsync(UserId? user, DenialReason reason, CancellationToken ct)
    {
        await events.RecordAsync(new PasswordRejected(time.GetUtcNow(), user, reason), ct);
        return new PasswordCheckResult.Refused(reason);
    }

    private async Task<PasswordCheckResult> ThrottleAsync(TimeSpan retryAfter, CancellationToken ct)
    {
        await events.RecordAsync(new LoginThrottled(time.GetUtcNow(), null, null), ct);
        return new PasswordCheckResult.Refused(DenialReason.Throttled, retryAfter);
    }
}
