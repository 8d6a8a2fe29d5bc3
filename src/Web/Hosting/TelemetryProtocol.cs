namespace CleanLogin.Web.Hosting;

/// <summary>How the collector is spoken to.</summary>
internal enum TelemetryProtocol
{
    /// <summary>OTLP over gRPC, usually on port 4317.</summary>
    Grpc,

    /// <summary>OTLP over HTTP, usually on port 4318.</summary>
    HttpProtobuf,
}
