using System.Net;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CleanLogin.Authsignal.Emulator;

/// <summary>
/// The emulator inside of a test's process, listening on a free loopback port. It reads no configuration, logs nothing,
/// and shares no state with another instance.
/// </summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmulatorHost(WebApplication app, EmulatorSettings settings)
    {
        _app = app;
        Settings = settings;
        var server = app.Services.GetRequiredService<IServer>();
        BaseAddress = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        Control = app.Services.GetRequiredService<EmulatorControl>();
    }

    /// <summary>Root of the pre-built UI, as in <c>http://127.0.0.1:34567/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Base of the server API, as a client is configured with it: <c>http://127.0.0.1:34567/v1/</c>.</summary>
    public Uri ApiAddress => new(BaseAddress, "v1/");

    public EmulatorSettings Settings { get; }

    /// <summary>Knobs, seeds, sent codes and recorded requests.</summary>
    public EmulatorControl Control { get; }

    /// <param name="settings">The tenant and how its knobs stand; absent: the defaults.</param>
    /// <param name="time">The emulator's clock; absent: the machine's.</param>
    /// <param name="port">Where to listen, such as where another one listened before; zero: a free port.</param>
    /// <param name="ct">Gives up starting.</param>
    public static async Task<EmulatorHost> StartAsync(
        EmulatorSettings? settings = null, TimeProvider? time = null, int port = 0, CancellationToken ct = default)
    {
        settings ??= new EmulatorSettings();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = EmulatorApplication.Build(builder, settings, time ?? TimeProvider.System);
        await app.StartAsync(ct);
        return new EmulatorHost(app, settings);
    }

    public async ValueTask DisposeAsync()
    {
        // A request that a fault holds back must not hold back the end of a test.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
