using System.Net;
using System.Net.Sockets;

namespace CleanLogin.Testing.Databases;

/// <summary>
/// A real PostgreSQL in a temporary folder, on a free loopback port: started when the first database is asked for, gone after the tests.
/// </summary>
public sealed class PostgreSqlCluster : ITestDatabases, IAsyncDisposable
{
    private const string Template = "first_start";

    private readonly Lazy<Task<Server>> _server = new(StartAsync);
    private readonly SemaphoreSlim _templating = new(1);
    private bool _hasTemplate;

    /// <inheritdoc />
    public string? Missing =>
        PostgreSqlBinaries.Folder is null ? "PostgreSQL is not installed: ./test.sh installs it." : null;

    /// <inheritdoc />
    public async Task<TestDatabase> NewAsync()
    {
        var server = await _server.Value;
        var name = NewName();
        return new TestDatabase(SettingsOf(server, name), () => DropAsync(server, name));
    }

    /// <inheritdoc />
    public async Task<TestDatabase> NewAsync(FirstStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var server = await _server.Value;
        await EnsureTemplateAsync(server, start);
        var name = NewName();
        await RunClientAsync("createdb", server, "--template", Template, name);
        return new TestDatabase(SettingsOf(server, name), () => DropAsync(server, name));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            var server = await _server.Value;
            await PostgreSqlBinaries.RunServerAsync("pg_ctl", "-D", server.Data, "-m", "immediate", "stop");
            Directory.Delete(server.Folder, recursive: true);
        }

        _templating.Dispose();
    }

    private async Task EnsureTemplateAsync(Server server, FirstStart start)
    {
        await _templating.WaitAsync();
        try
        {
            if (!_hasTemplate)
            {
                // Without a pool: a database that somebody is connected to cannot be copied.
                await start(SettingsOf(server, Template, "Pooling=false"));
                _hasTemplate = true;
            }
        }
        finally
        {
            _templating.Release();
        }
    }

    private static string NewName() => $"db_{Guid.NewGuid():N}";

    private static Dictionary<string, string> SettingsOf(Server server, string database, string pool = "Maximum Pool Size=60") =>
        new(StringComparer.Ordinal)
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = $"{server.ConnectionString};Database={database};{pool}",
        };

    private static async Task<Server> StartAsync()
    {
        var server = new Server(Directory.CreateTempSubdirectory("cleanlogin-pg-").FullName, FreePort());
        await PostgreSqlBinaries.HandOverAsync(server.Folder);
        await PostgreSqlBinaries.RunServerAsync("initdb", "-D", server.Data, "--no-sync", "-A", "trust", "-U", "cleanlogin");
        var options = $"-p {server.Port} -F -c max_connections=400 -c listen_addresses=127.0.0.1 -k {server.Folder}";
        await PostgreSqlBinaries.RunServerAsync("pg_ctl", "-D", server.Data, "-l", server.Log, "-w", "-o", options, "start");
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // By force: disposed hosts leave connections in the driver's pool, and a database with connections is not dropped.
    private static Task DropAsync(Server server, string name) => RunClientAsync("dropdb", server, "--force", "--if-exists", name);

    private static Task RunClientAsync(string program, Server server, params string[] arguments) =>
        PostgreSqlBinaries.RunAsync(program, ["-h", "127.0.0.1", "-p", $"{server.Port}", "-U", "cleanlogin", .. arguments]);

    private sealed record Server(string Folder, int Port)
    {
        public string Data => Path.Combine(Folder, "data");

        public string Log => Path.Combine(Folder, "log");

        public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=cleanlogin";
    }
}
