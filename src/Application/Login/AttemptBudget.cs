using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Login;

// Whose count an attempt goes to: that of a browser which the owner has used before, or those that all strangers share.
internal sealed class AttemptBudget(IAttempts attempts, IAddressBudgets addresses, IKnownDevices devices, TimeProvider time)
{
    // The block is given where one visitor could try many names.
    public async Task<ChargedAttempt> ChargeAsync(AttemptKey key, UserId? owner, AddressBlock? block, CancellationToken ct)
    {
        if (owner is { } known && devices.Recognise(known) is { } device)
        {
            var own = await ChargeAsync(key.On(device), block: null, ct);
            if (own.Charge is not AttemptCharge.Refused { RetryAfter: var pause } || pause != Timeout.InfiniteTimeSpan)
            {
                return own;
            }
        }

        // First of all, so that a block that is used up charges no name any more.
        return block is not null && await addresses.ChargeAsync(block, AddressUse.WrongPassword, time.GetUtcNow(), ct) is AttemptCharge.Refused refused
            ? new ChargedAttempt(key, refused)
            : await ChargeAsync(key, block, ct);
    }

    public async Task LiftAsync(ChargedAttempt attempt, CancellationToken ct)
    {
        await attempts.ClearAsync(attempt.Key, ct);
        if (attempt.Block is { } block)
        {
            await addresses.RefundAsync(block, AddressUse.WrongPassword, ct);
        }
    }

    private async Task<ChargedAttempt> ChargeAsync(AttemptKey key, AddressBlock? block, CancellationToken ct) =>
        new(key, await attempts.ChargeAsync(key, time.GetUtcNow(), ct), block);
}
