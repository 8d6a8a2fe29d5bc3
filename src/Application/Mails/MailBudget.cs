using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Mails;

// What strangers may ask for: each of them costs rows and somebody's mailbox, whether or not there is an account.
internal sealed class MailBudget(IAddressBudgets addresses, TimeProvider time)
{
    // How long to wait; null where nothing is in the way. Addresses that tell nothing are not counted.
    public async Task<TimeSpan?> ChargeAsync(LoginOrigin origin, CancellationToken ct) =>
        AddressBlock.Of(origin.Address) is { } block
            && await addresses.ChargeAsync(block, AddressUse.Mail, time.GetUtcNow(), ct) is AttemptCharge.Refused refused
            ? refused.RetryAfter
            : null;
}
