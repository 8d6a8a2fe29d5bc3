using CleanLogin.Infrastructure.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CleanLogin.Infrastructure.Duende.Grants;

/// <summary>Brings the engine's tables up to date and makes the keys. After the database of the login server, which it lies in.</summary>
internal sealed class GrantsInitializer(IDbContextFactory<GrantsDbContext> contexts, ServerKeys keys) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.EnsureAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
