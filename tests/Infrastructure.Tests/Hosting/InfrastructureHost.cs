using CleanLogin.Infrastructure.OpenIddict;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Testing.Databases;
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
    private static readonly PreparedFolder FirstStart = new(folder => StartOnceAsync(folder, new Dictionary<string, string>()).GetAwaiter().GetResult());

    private readonly ServiceProvider _services;
    private readonly TestDatabase? _database;

    private InfrastructureHost(ServiceProvider services, TestDatabase? database)
    {
        _services = services;
        _database = database;
    }

    public IServiceProvider Services => _services;

    /// <summary>Starts as far as the database; it fails where the login server would not start.</summary>
    public static Task<InfrastructureHost> StartAsync(
        string folder, Dictionary<string, string?> settings, string environment, CancellationToken ct) =>
        StartAsync(new InfrastructureHost(Build(folder, settings, environment, time: null), database: null), ct);

    /// <summary>Starts in Development, on a new database. Skips the test where that product is not there.</summary>
    public static async Task<InfrastructureHost> StartAsync(
        ITestDatabases databases, string folder, CancellationToken ct, TimeProvider? time = null)
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        FirstStart.CopyTo(folder);
        var database = await databases.NewAsync(settings => StartOnceAsync(folder, settings));
        return await StartAsync(new InfrastructureHost(BuildDevelopment(folder, database.Settings, time), database), ct);
    }

    public CleanLoginDbContext OpenContext() => Services.GetRequiredService<IDbContextFactory<CleanLoginDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private static async Task<InfrastructureHost> StartAsync(InfrastructureHost host, CancellationToken ct)
    {
        try
        {
            host.Services.ValidateSettings();
            await host.Services.GetServices<IHostedService>().OfType<DatabaseInitializer>().Single().StartAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static async Task StartOnceAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        await using var host = await StartAsync(
            new InfrastructureHost(BuildDevelopment(folder, settings, time: null), database: null), CancellationToken.None);
    }

    private static ServiceProvider BuildDevelopment(string folder, IReadOnlyDictionary<string, string> settings, TimeProvider? time) =>
        Build(folder, settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value), Environments.Development, time);

    private static ServiceProvider Build(string folder, Dictionary<string, string?> settings, string environment, TimeProvider? time)
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
            .AddInfrastructure(configuration, host.Object, new OpenIddictEngine())
            .Replace(ServiceDescriptor.Singleton(time ?? TimeProvider.System))
            .BuildServiceProvider();
    }
}
