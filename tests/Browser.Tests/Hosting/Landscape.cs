using System.Security.Cryptography.X509Certificates;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Testing.Databases;
using CleanLogin.WebClient;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Browser.Tests.Hosting;

/// <summary>Login server, sample application and, where wanted, the emulated MFA service: all real, all on loopback.</summary>
internal sealed class Landscape : IAsyncDisposable
{
    private static readonly PreparedFolder FirstStart = new(folder =>
    {
        var time = new ShiftedTime();
        using var certificate = TestCertificate.Create(time);
        var address = new Uri($"https://localhost:{FreePort.Next()}");
        using var first = new LoginServer(address.Port, certificate, Settings(address, address, folder, mfa: null), time);
        first.StartServer();
    });

    private readonly LoginServer _server;
    private readonly WebApplication _client;
    private readonly X509Certificate2 _certificate;
    private readonly string _folder;

    private Landscape(
        LoginServer server, WebApplication client, X509Certificate2 certificate, string folder, ShiftedTime time, EmulatorHost? mfa)
    {
        _server = server;
        _client = client;
        _certificate = certificate;
        _folder = folder;
        Time = time;
        Mfa = mfa;
    }

    public required Uri ServerUrl { get; init; }

    public required Uri ClientUrl { get; init; }

    public ShiftedTime Time { get; }

    public EmulatorHost? Mfa { get; }

    public static Task<Landscape> WithBuiltInMfaAsync(CancellationToken ct) => StartAsync(null, new ShiftedTime(), ct);

    public static async Task<Landscape> WithHostedMfaAsync(CancellationToken ct)
    {
        var time = new ShiftedTime();
        var mfa = await EmulatorHost.StartAsync(time: time, ct: ct);
        var landscape = await StartAsync(mfa, time, ct);
        mfa.Control.Configure(knobs => knobs with { ExpectedOrigins = [OriginOf(landscape.ServerUrl), OriginOf(landscape.ClientUrl)] });
        return landscape;
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        if (Mfa is not null)
        {
            await Mfa.DisposeAsync();
        }

        _certificate.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Landscape> StartAsync(EmulatorHost? mfa, ShiftedTime time, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("cleanlogin-browser-").FullName;
        FirstStart.CopyTo(folder);
        var certificate = TestCertificate.Create(time);
        var serverPort = FreePort.Next();
        var serverUrl = new Uri($"https://localhost:{serverPort}");
        var clientUrl = new Uri($"https://localhost:{FreePort.Next()}");

        var server = new LoginServer(serverPort, certificate, Settings(serverUrl, clientUrl, folder, mfa), time);
        server.StartServer();
        var client = BuildClient(serverUrl, clientUrl, certificate);
        await client.StartAsync(ct);
        return new Landscape(server, client, certificate, folder, time, mfa) { ServerUrl = serverUrl, ClientUrl = clientUrl };
    }

    private static string OriginOf(Uri url) => url.GetLeftPart(UriPartial.Authority);

    private static Dictionary<string, string> Settings(Uri serverUrl, Uri clientUrl, string folder, EmulatorHost? mfa)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Data:Folder"] = folder,
            ["Server:Issuer"] = serverUrl.AbsoluteUri,
            ["Clients:web:RedirectUris:0"] = new Uri(clientUrl, "/signin-oidc").AbsoluteUri,
            ["Clients:web:PostLogoutRedirectUris:0"] = new Uri(clientUrl, "/signout-callback-oidc").AbsoluteUri,
        };
        if (mfa is not null)
        {
            settings["Mfa:Provider"] = "Authsignal";
            settings["Authsignal:Url"] = mfa.ApiAddress.AbsoluteUri;
            settings["Authsignal:Secret"] = mfa.Settings.Secret;
            settings["Authsignal:TenantId"] = mfa.Settings.TenantId;
            settings["Authsignal:UiHosts:0"] = mfa.BaseAddress.Authority;
        }

        return settings;
    }

    private static WebApplication BuildClient(Uri serverUrl, Uri clientUrl, X509Certificate2 certificate) => WebClientHost.Build(
        [
            "--environment=Development",
            "--Authority=" + serverUrl.GetLeftPart(UriPartial.Authority),
            "--ClientId=web",
            "--ClientSecret=secret",
        ],
        builder =>
        {
            builder.WebHost.ConfigureKestrel(kestrel =>
                kestrel.Listen(System.Net.IPAddress.Loopback, clientUrl.Port, listen => listen.UseHttps(certificate)));
            builder.Services.AddHttpClient(WebClientHost.BackChannel).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                SslOptions =
                {
                    RemoteCertificateValidationCallback = (_, presented, _, _) => presented is not null
                        && certificate.Thumbprint == ((X509Certificate2)presented).Thumbprint,
                },
            });
        });
}
