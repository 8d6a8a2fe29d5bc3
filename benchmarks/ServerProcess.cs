using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CleanLogin.Benchmarks;

/// <summary>The login server as it is shipped, on SQLite in a folder of its own, behind what it takes for a proxy: TLS is not measured.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string Issuer = "https://login.example";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("cleanlogin-bench-").FullName;
    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 256 };
    private readonly Process _process;

    private ServerProcess(string assembly, int port, string enrolment)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls", Address.AbsoluteUri])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Data__Folder"] = _folder,
                ["Server__Issuer"] = Issuer,
                ["Server__TrustedProxies__0"] = "127.0.0.1",
                ["Mfa__Provider"] = "BuiltIn",
                ["Mfa__Enrolment"] = enrolment,
                ["Clients__api1__Secret"] = "the secret of the API",
                ["Clients__api1__Grants__0"] = "client_credentials",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server could not be started.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>What the server has had of a processor so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What it holds of memory, in megabytes.</summary>
    public string Megabytes
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64 / 1024 / 1024).ToString(CultureInfo.InvariantCulture);
        }
    }

    public static async Task<ServerProcess> StartAsync(string assembly, string enrolment)
    {
        var clock = Stopwatch.StartNew();
        var server = new ServerProcess(assembly, FreePort(), enrolment);
        try
        {
            await server.WaitAsync(clock);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private async Task WaitAsync(Stopwatch clock)
    {
        using var http = NewClient();
        while (!await AnswersAsync(http))
        {
            if (clock.Elapsed > Patience || _process.HasExited)
            {
                throw new InvalidOperationException("The server does not answer.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        StartTime = clock.Elapsed;
    }

    public HttpClient NewClient()
    {
        var http = new HttpClient(_connections, disposeHandler: false) { BaseAddress = Address, Timeout = Patience };
        http.DefaultRequestHeaders.Host = new Uri(Issuer).Host;
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        return http;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _connections.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
