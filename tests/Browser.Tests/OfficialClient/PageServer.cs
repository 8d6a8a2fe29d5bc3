using System.Net;
using System.Net.Mime;
using CleanLogin.Authsignal.Emulator.Tests.OfficialClient;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Browser.Tests.OfficialClient;

/// <summary>An application with the official browser client on its only page. Not the emulator's origin, as in real life.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    /// <summary>With the field that autofill hangs on.</summary>
    private const string Html =
        """<!DOCTYPE html><title>Test</title><input autocomplete="username webauthn"><script src="/sdk.js"></script>""";

    private readonly WebApplication _app;

    private PageServer(WebApplication app)
    {
        _app = app;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Origin = $"http://localhost:{new Uri(address).Port}";
    }

    /// <summary>By name: an address cannot be the domain of a passkey.</summary>
    public string Origin { get; }

    public static async Task<PageServer> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var script = Path.Combine(NpmPackages.Folder, "node_modules/@authsignal/browser/dist/index.min.js");
        app.MapGet("/", () => Results.Content(Html, MediaTypeNames.Text.Html));
        app.MapGet("/sdk.js", () => Results.File(script, MediaTypeNames.Text.JavaScript));
        await app.StartAsync(ct);
        return new PageServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
