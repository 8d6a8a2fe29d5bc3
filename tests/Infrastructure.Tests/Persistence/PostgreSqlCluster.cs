using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CleanLogin.Infrastructure.Tests.Persistence;

/// <summary>A real PostgreSQL in a temporary folder, on a free loopback port; gone after the tests.</summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cleanlogin-pg-").FullName;
    private string? _binaries;
    private int _port;

    /// <summary>Why there is none, or null.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        if (_binaries is null)
        {
            Missing = "PostgreSQL is not installed: ./test.sh installs it.";
            return;
        }

        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", _folder);
        }

        await RunAsPostgresAsync("initdb", "-D", Data, "--no-sync", "-A", "trust", "-U", "cleanlogin");
        await RunAsPostgresAsync(
            "pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-o", $"-p {_port} -F -c max_connections=400 -c listen_addresses=127.0.0.1 -k {_folder}", "start");
    }

    public string NewConnectionString() =>
        $"Host=127.0.0.1;Port={_port};Username=cleanlogin;Database=db_{Guid.NewGuid():N};Maximum Pool Size=60";

    public async ValueTask DisposeAsync()
    {
        if (Missing is null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await RunAsPostgresAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    // PostgreSQL refuses to run as root.
    private Task RunAsPostgresAsync(string command, params string[] arguments)
    {
        var path = Path.Combine(_binaries!, command);
        return Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        // Output goes nowhere: the server would inherit a pipe and keep it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", command, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}.");
        }
    }
}
