namespace CleanLogin.Application.Ports;

/// <summary>
/// Counts attempts at credentials, by <see cref="Domain.Accounts.AttemptLimit"/>. Every attempt is charged as a failure before it is
/// checked and the charge is lifted by a success: parallel guesses cannot slip past the count.
/// </summary>
public interface IAttempts
{
    /// <summary>Charges one attempt, by one atomic statement. A refused attempt is not charged.</summary>
    Task<AttemptCharge> ChargeAsync(AttemptKey key, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Forgets the failures after a success. One on a known device also breaks the strangers' row of failures: their hundred starts anew,
    /// their pauses stay.
    /// </summary>
    Task ClearAsync(AttemptKey key, CancellationToken ct);
}
