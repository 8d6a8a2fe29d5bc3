using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Passwords;

/// <summary>As many hashes at once as there are processors, and a bounded number waiting for their turn.</summary>
internal sealed class HashingScheduler : IHashingScheduler, IDisposable
{
    // At 25 ms a hash: who stands last waits a few seconds at the most.
    private const int MostWaitingPerProcessor = 100;

    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private int _admitted;

    private static int Capacity => Environment.ProcessorCount * (1 + MostWaitingPerProcessor);

    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            if (Interlocked.Increment(ref _admitted) > Capacity)
            {
                throw new HashingOverloadedException();
            }

            return await RunInTurnAsync(work, ct);
        }
        finally
        {
            Interlocked.Decrement(ref _admitted);
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<T> RunInTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            _turns.Release();
        }
    }
}
