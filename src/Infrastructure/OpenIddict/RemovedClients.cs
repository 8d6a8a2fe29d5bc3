using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenIddict.EntityFrameworkCore.Models;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// Takes clients out of the database that are no longer configured, with everything that was issued to them. Otherwise an application
/// whose lines were deleted would go on getting tokens.
/// </summary>
internal sealed partial class RemovedClients(IDbContextFactory<CleanLoginDbContext> contexts, ILogger<RemovedClients> logger)
{
    /// <summary>
    /// Deletes every client but the configured ones. By conditions, not row by row: of hosts that start together each finds what is left.
    /// </summary>
    public async Task DeleteAsync(IReadOnlyCollection<string> configured, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var removed = await context.Set<OpenIddictEntityFrameworkCoreApplication>()
            .Where(client => !configured.Contains(client.ClientId!))
            .Select(client => client.Id)
            .ToListAsync(ct);
        if (removed.Count == 0)
        {
            return;
        }

        // The client last, since the others point to it: what a host that still runs adds in between makes this fail, not survive.
        await context.Set<OpenIddictEntityFrameworkCoreToken>()
            .Where(token => token.Application != null && removed.Contains(token.Application.Id)).ExecuteDeleteAsync(ct);
        await context.Set<OpenIddictEntityFrameworkCoreAuthorization>()
            .Where(authorization => authorization.Application != null && removed.Contains(authorization.Application.Id)).ExecuteDeleteAsync(ct);
        var count = await context.Set<OpenIddictEntityFrameworkCoreApplication>()
            .Where(client => removed.Contains(client.Id)).ExecuteDeleteAsync(ct);
        LogRemoved(count);
    }

    [LoggerMessage(3210, LogLevel.Warning, "{Count} clients are no longer configured: removed, with their authorizations and tokens")]
    private partial void LogRemoved(int count);
}
