using CleanLogin.Infrastructure.Mfa;
using CleanLogin.Infrastructure.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// Removes tokens, authorizations, sessions and ids of notices that have run out. Nothing depends on it: what has run out is refused whether or not its
/// row is gone.
/// </summary>
internal sealed partial class Pruner(IServiceScopeFactory scopes, SessionStore sessions, ProviderNoticeStore notices, TimeProvider time, ILogger<Pruner> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Used tokens are kept as long as one of their line can live: a stolen one that comes back has to be recognised.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(15);

    /// <summary>One round.</summary>
    public async Task PruneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var threshold = time.GetUtcNow() - Retention;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(threshold, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(threshold, ct);
        await sessions.PruneAsync(ct);
        await notices.PruneAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // A database that is away is back at the next round; the server goes on without it.
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(3000, LogLevel.Warning, "Rows that have run out could not be removed; the next round tries again")]
    private partial void LogFailed(Exception failure);
}
