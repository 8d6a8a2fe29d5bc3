using CleanLogin.Application.Ports;

namespace CleanLogin.Testing.Fakes;

/// <summary>Runs the work at once and counts it.</summary>
public sealed class ImmediateHashing : IHashingScheduler
{
    /// <summary>How much work was run.</summary>
    public int Runs { get; private set; }

    /// <inheritdoc />
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ct.ThrowIfCancellationRequested();
        Runs++;
        return Task.FromResult(work());
    }
}
