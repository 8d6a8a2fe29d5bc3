using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CleanLogin.Application.Pipeline;

/// <summary>The names under which use cases are traced and measured.</summary>
public static class Telemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "CleanLogin";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    internal static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("cleanlogin.request.duration", "s", "How long use cases take.");
}
