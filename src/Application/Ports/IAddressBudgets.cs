using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Counts what strangers do from one block of addresses, by <see cref="AddressLimits"/>. Like <see cref="IAttempts"/> it charges before
/// anything is done.
/// </summary>
public interface IAddressBudgets
{
    /// <summary>Charges one use, by one atomic statement. A refused one is not charged.</summary>
    Task<AttemptCharge> ChargeAsync(AddressBlock block, AddressUse use, DateTimeOffset now, CancellationToken ct);

    /// <summary>Gives one use back: it was not what is counted.</summary>
    Task RefundAsync(AddressBlock block, AddressUse use, CancellationToken ct);
}
