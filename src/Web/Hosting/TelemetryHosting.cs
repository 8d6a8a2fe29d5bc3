using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CleanLogin.Web.Hosting;

/// <summary>
/// What is observed, and by whom it is collected. Calls to other servers are not traced by the platform, which records whole addresses: the
/// adapters trace their own.
/// </summary>
internal static class TelemetryHosting
{
    // Every source and meter of ours, those of adapters included.
    private const string Ours = "CleanLogin*";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<TelemetryOptions>(configuration, TelemetryOptions.Section);
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        return Parse(configuration["Telemetry:Endpoint"]) is { } endpoint
            ? services.AddExport(endpoint, ProtocolOf(configuration["Telemetry:Protocol"]))
            : services;
    }

    /// <summary>The address of a collector; null where it is none.</summary>
    public static Uri? Parse(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length + url.Query.Length + url.Fragment.Length == 0
            ? url
            : null;

    // A name that is misspelt is reported at start.
    private static OtlpExportProtocol ProtocolOf(string? name) =>
        string.Equals(name, nameof(TelemetryProtocol.HttpProtobuf), StringComparison.OrdinalIgnoreCase)
            ? OtlpExportProtocol.HttpProtobuf
            : OtlpExportProtocol.Grpc;

    private static IServiceCollection AddExport(this IServiceCollection services, Uri endpoint, OtlpExportProtocol protocol)
    {
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("cleanlogin"))
            .WithTracing(traces => traces
                .AddSource(Ours)
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

                    // The query of a callback holds a token, that of an authorization request whatever its client likes.
                    requests.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null);
                }))
            .WithMetrics(metrics => metrics
                .AddMeter(Ours, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"))
            .WithLogging()
            .UseOtlpExporter(protocol, endpoint);
        return services;
    }
}
