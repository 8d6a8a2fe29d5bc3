using System.Net;
using System.Net.Sockets;

namespace CleanLogin.Testing.Databases;

/// <summary>
/// A real PostgreSQL in a temporary folder, on a free loopback port: started when the first database is asked for, gone after the tests.
/// </summary>
public sealed class PostgreSqlCluster : ITestDatabases, IAsyncDisposable
{
    private readonly Lazy<Task<Server>> _server = new(StartAsync);

    /// <inheritdoc />
    public string? Missing =>
        PostgreSqlBinaries.Folder is null ? "PostgreSQL is not installed: ./test.sh installs it." : null;

    /// <inheritdoc />
    public async Task<TestDatabase> NewAsync()
    {
        var server = await _server.Value;
        var name = $"db_{Guid.NewGuid():N}";
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = $"{server.ConnectionString};Database={name};Maximum Pool Size=60",
        };
        return new TestDatabase(settings, () => DropAsync(server, name));
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
    }

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
    private static Task DropAsync(Server server, string name) =>
        PostgreSqlBinaries.RunAsync("dropdb", "--force", "--if-exists", "-h", "127.0.0.1", "-p", $"{server.Port}", "-U", "cleanlogin", name);

    private sealed record Server(string Folder, int Port)
    {
        public string Data => Path.Combine(Folder, "data");

        public string Log => Path.Combine(Folder, "log");

        public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=cleanlogin";
    }
}
