using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Counts the passwords that strangers get wrong from one block of addresses, by <see cref="AddressLimit"/>. Like <see cref="IAttempts"/>
/// it charges before anything is checked.
/// </summary>
public interface IAddressBudgets
{
    /// <summary>Charges one attempt, by one atomic statement. A refused attempt is not charged.</summary>
    Task<AttemptCharge> ChargeAsync(AddressBlock block, DateTimeOffset now, CancellationToken ct);

    /// <summary>Gives one attempt back: it succeeded.</summary>
    Task RefundAsync(AddressBlock block, CancellationToken ct);
}
