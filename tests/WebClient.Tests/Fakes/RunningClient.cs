using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanLogin.WebClient.Tests.Fakes;

/// <summary>The sample application in this process, with the login server at the other end of its back channel.</summary>
internal sealed class RunningClient : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningClient(WebApplication app, FakeLoginServer loginServer)
    {
        _app = app;
        LoginServer = loginServer;
    }

    public FakeLoginServer LoginServer { get; }

    public static async Task<RunningClient> StartAsync()
    {
        var loginServer = new FakeLoginServer();
        var app = WebClientHost.Build(
            ["--environment=Production", $"--Authority={FakeLoginServer.Issuer}", "--ClientId=web", "--ClientSecret=secret"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Services.AddHttpClient(WebClientHost.BackChannel).ConfigurePrimaryHttpMessageHandler(() => loginServer);
            });
        await app.StartAsync();
        return new RunningClient(app, loginServer);
    }

    public Browser OpenBrowser() => new(_app.GetTestServer().CreateHandler(), LoginServer);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        LoginServer.Dispose();
    }
}
