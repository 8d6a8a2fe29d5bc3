namespace CleanLogin.Application.Ports;

/// <summary>
/// Runs password hashing, a bounded number at once and with a bounded number waiting, so that a flood of passwords does not take the
/// processor from everything else.
/// </summary>
public interface IHashingScheduler
{
    /// <summary>Runs the work when its turn comes.</summary>
    /// <exception cref="HashingOverloadedException">Too much is waiting already.</exception>
    Task<T> RunAsync<T>(Func<T> work, CancellationToken ct);
}
