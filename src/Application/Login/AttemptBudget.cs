using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Login;

// Whose count an attempt goes to: that of a browser which the owner has used before, or the one that all strangers share.
internal sealed class AttemptBudget(IAttempts attempts, IKnownDevices devices, TimeProvider time)
{
    public async Task<ChargedAttempt> ChargeAsync(AttemptKey key, UserId? owner, CancellationToken ct)
    {
        if (owner is { } known && devices.Recognise(known) is { } device)
        {
            var own = await ChargeAsync(key.On(device), ct);
            if (own.Charge is not AttemptCharge.Refused { RetryAfter: var pause } || pause != Timeout.InfiniteTimeSpan)
            {
                return own;
            }
        }

        return await ChargeAsync(key, ct);
    }

    public Task LiftAsync(ChargedAttempt attempt, CancellationToken ct) => attempts.ClearAsync(attempt.Key, ct);

    private async Task<ChargedAttempt> ChargeAsync(AttemptKey key, CancellationToken ct) =>
        new(key, await attempts.ChargeAsync(key, time.GetUtcNow(), ct));
}
