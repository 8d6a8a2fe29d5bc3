using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Moq;

namespace CleanLogin.Infrastructure.Tests.Hosting;

/// <summary>The adapters as production registers them, on the database of the settings.</summary>
internal sealed class InfrastructureHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private InfrastructureHost(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    /// <summary>Starts as far as the database; it fails where the login server would not start.</summary>
    public static async Task<InfrastructureHost> StartAsync(
        string folder, Dictionary<string, string?> settings, string environment, CancellationToken ct, TimeProvider? time = null)
    {
        var host = new InfrastructureHost(Build(folder, settings, environment, time ?? TimeProvider.System));
        try
        {
            await host.Services.GetServices<IHostedService>().OfType<DatabaseInitializer>().Single().StartAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public CleanLoginDbContext OpenContext() => Services.GetRequiredService<IDbContextFactory<CleanLoginDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static ServiceProvider Build(
        string folder, Dictionary<string, string?> settings, string environment, TimeProvider time)
    {
        var all = new Dictionary<string, string?>(settings)
        {
            ["Data:Folder"] = folder,
            ["Server:Issuer"] = "https://login.example",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var host = new Mock<IHostEnvironment>();
        host.SetupGet(it => it.EnvironmentName).Returns(environment);
        host.SetupGet(it => it.ContentRootPath).Returns(folder);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(host.Object)
            .AddInfrastructure(configuration, host.Object)
            .Replace(ServiceDescriptor.Singleton(time))
            .BuildServiceProvider();
    }
}
