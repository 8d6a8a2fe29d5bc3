using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Application.Pipeline;

// Sees the names of request and outcome and the time between them; never what is inside.
internal sealed partial class TelemetryBehavior<TRequest, TOutcome>(
    TimeProvider time, ILogger<TelemetryBehavior<TRequest, TOutcome>> logger)
    : IPipelineBehavior<TRequest, TOutcome>
    where TRequest : IRequest<TOutcome>
{
    public async Task<TOutcome> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TOutcome> next)
    {
        using var activity = Telemetry.Source.StartActivity(typeof(TRequest).Name);
        var start = time.GetTimestamp();
        var outcome = await next();
        var elapsed = time.GetElapsedTime(start);
        var ending = outcome is null ? "None" : outcome.GetType().Name;

        activity?.SetTag("cleanlogin.outcome", ending);
        Telemetry.Duration.Record(
            elapsed.TotalSeconds,
            new TagList { { "cleanlogin.request", typeof(TRequest).Name }, { "cleanlogin.outcome", ending } });
        LogEnded(typeof(TRequest).Name, ending, elapsed.TotalMilliseconds);
        return outcome;
    }

    [LoggerMessage(EventId = 1000, Level = LogLevel.Information, Message = "{Request} ended as {Outcome} after {Milliseconds:0.0} ms")]
    private partial void LogEnded(string request, string outcome, double milliseconds);
}
