using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>
/// Traces and measures calls, with all their tries, by the names of OpenTelemetry's conventions for HTTP. The platform's own tracing of these
/// calls is off, since it records paths.
/// </summary>
internal sealed class AuthsignalTelemetry(IOptions<AuthsignalOptions> options, TimeProvider time)
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "CleanLogin.Authsignal";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("cleanlogin.mfa.call.duration", "s", "How long calls of the MFA service take, with all their tries.");

    private static readonly Counter<long> Deliveries =
        Meter.CreateCounter<long>("cleanlogin.mfa.webhook.deliveries", "{delivery}", "Reports in the name of the MFA service.");

    /// <summary>Counts a delivery by the status that it is answered with.</summary>
    public static void CountDelivery(int status) =>
        Deliveries.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));

    /// <summary>Runs a call.</summary>
    public async Task<ApiAnswer<T>> MeasureAsync<T>(AuthsignalCall call, Func<Task<ApiAnswer<T>>> ask)
    {
        var server = new Uri(options.Value.Url!, UriKind.Absolute);
        var tags = new TagList
        {
            { "cleanlogin.mfa.call", call.Name },
            { "http.request.method", call.Method },
            { "server.address", server.Host },
            { "server.port", server.Port },
            { "url.template", call.Template },
        };
        using var activity = Source.StartActivity($"{call.Method} {call.Template}", ActivityKind.Client, parentContext: default, tags);
        var start = time.GetTimestamp();
        try
        {
            var answer = await ask();
            tags.Add("http.response.status_code", (int)answer.Status);
            if (answer.Status >= HttpStatusCode.BadRequest)
            {
                tags.Add("error.type", ((int)answer.Status).ToString(CultureInfo.InvariantCulture));
            }

            return answer;
        }
        catch (Exception failure)
        {
            // The type alone: a message may hold an address.
            tags.Add("error.type", failure.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            foreach (var tag in tags)
            {
                activity?.SetTag(tag.Key, tag.Value);
            }

            Duration.Record(time.GetElapsedTime(start).TotalSeconds, tags);
        }
    }
}
