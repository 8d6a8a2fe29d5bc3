namespace CleanLogin.Web.Hosting;

/// <summary>Where traces, measurements and logs are sent.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Telemetry";

    /// <summary>The collector that speaks OTLP; without it nothing is sent. A key for it is given by <c>OTEL_EXPORTER_OTLP_HEADERS</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary><c>Grpc</c> or <c>HttpProtobuf</c>.</summary>
    public TelemetryProtocol Protocol { get; init; }
}
