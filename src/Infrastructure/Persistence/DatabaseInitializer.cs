using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>Brings the database up to date before anything else starts.</summary>
internal sealed class DatabaseInitializer(
    IDbContextFactory<CleanLoginDbContext> contexts,
    DataFolder folder,
    IOptions<DatabaseOptions> options,
    KeyRingCheck keyRing,
    DevelopmentAccounts developmentAccounts,
    IHostEnvironment environment)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Ensure();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await PrepareFileAsync(context, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await keyRing.RunAsync(context, cancellationToken);

        // No other environment has an account that everybody knows (ASVS 6.3.2).
        if (environment.IsDevelopment())
        {
            await developmentAccounts.SeedAsync(context, cancellationToken);
        }
        else
        {
            await developmentAccounts.RefuseAsync(context, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The framework turns the write-ahead log on only in a file that it makes itself. It is a property of the file, not of a connection.
    private async Task PrepareFileAsync(CleanLoginDbContext context, CancellationToken ct)
    {
        if (options.Value.Product is not DatabaseProvider.Sqlite)
        {
            return;
        }

        if (options.Value.ConnectionString is null)
        {
            folder.EnsureDatabase();
        }

        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
    }
}
