using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Protocol;

/// <summary>Says at start which engine runs, and whose licence that takes.</summary>
internal sealed partial class EngineNotice(IProtocolEngine engine, ILogger<EngineNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (engine.LicencePage is { } page)
        {
            LogLicensed(engine.Name, page);
        }
        else
        {
            LogFree(engine.Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(3200, LogLevel.Information, "The protocol engine is {Engine}")]
    private partial void LogFree(string engine);

    [LoggerMessage(3201, LogLevel.Information, "The protocol engine is {Engine}. In production it takes a licence of its own: {Page}")]
    private partial void LogLicensed(string engine, Uri page);
}
