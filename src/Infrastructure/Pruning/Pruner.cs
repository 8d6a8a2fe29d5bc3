using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Pruning;

/// <summary>Lets every store forget what it can: soon after the start, then each hour.</summary>
internal sealed partial class Pruner(IEnumerable<IPrunable> stores, TimeProvider time, ILogger<Pruner> logger) : BackgroundService
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Between two batches, so that whoever waits to write gets a turn.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>One round. A store that fails holds up no other, and is asked again at the next round.</summary>
    public async Task PruneAsync(CancellationToken ct)
    {
        foreach (var store in stores)
        {
            try
            {
                await PruneAsync(store, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // A database that is away is back at the next round; the server goes on without it.
                LogFailed(failure, store.Name);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(FirstAfter, time, stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await PruneAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PruneAsync(IPrunable store, CancellationToken ct)
    {
        while (await store.ForgetSomeAsync(ct))
        {
            await Task.Delay(Breath, time, ct);
        }
    }

    [LoggerMessage(3000, LogLevel.Warning, "What has run out could not be removed from the {Store}; the next round tries again")]
    private partial void LogFailed(Exception failure, string store);
}
