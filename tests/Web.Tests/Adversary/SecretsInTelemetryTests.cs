extern alias emulator;

using System.Diagnostics;
using System.Text.Json;
using CleanLogin.Web.Tests.Hosting;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Control;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>What a collector gets to see of a login at a hosted provider: how it went, and nothing by which anybody could log in.</summary>
public sealed class SecretsInTelemetryTests : IAsyncLifetime
{
    private const string Alice = "a11ce000-0000-4000-8000-000000000001";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private readonly List<LogRecord> _logs = [];
    private EmulatorHost? _mfa;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private EmulatorHost Mfa => _mfa!;

    public async ValueTask InitializeAsync() => _mfa = await EmulatorHost.StartAsync(time: _time, ct: Ct);

    public async ValueTask DisposeAsync() => await Mfa.DisposeAsync();

    [Fact]
    public async Task A_whole_login_is_observed_without_a_secret_an_address_or_a_persons_id()
    {
        string[] secrets;
        await using (var server = new LoginServer(Mfa, _time, Settings("http://127.0.0.1:9")))
        {
            await using var observed = server.WithWebHostBuilder(Observe);
            var cookies = new CookieJar();
            secrets = await LogInAsync(observed.CreateDefaultClient(LoginServer.Address, cookies), cookies, server);
            Flush(observed.Services);
        }

        var seen = Spans().Concat(Measurements()).ToArray();
        seen.Should().Contain(line => line.StartsWith("POST /users/{userId}/actions/{action}", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("POST /validate", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("cleanlogin.mfa.call.duration", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("cleanlogin.mfa.webhook.deliveries", StringComparison.Ordinal))
            .And.Contain(line => line.StartsWith("http.server.request.duration", StringComparison.Ordinal));
        _logs.Should().NotBeEmpty();
        Leaks(seen, [.. secrets, Alice, "alice@example.com"]).Should().BeEmpty();
        Leaks(Logs(), [.. secrets, "alice@example.com"]).Should().BeEmpty();
        Leaks(["token=" + secrets[0]], secrets).Should().NotBeEmpty("there the search sees one");
    }

    private static Dictionary<string, string> Settings(string endpoint) => new(StringComparer.Ordinal) { ["Telemetry:Endpoint"] = endpoint };

    private void Observe(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(_spans));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddInMemoryExporter(_metrics));
        services.ConfigureOpenTelemetryLoggerProvider(logs => logs.AddInMemoryExporter(_logs));
        services.Configure<OpenTelemetryLoggerOptions>(logs =>
        {
            logs.IncludeScopes = true;
            logs.IncludeFormattedMessage = true;
            logs.ParseStateValues = true;
        });
    });

    // Everything in it that would let somebody in, or tell who it was.
    private async Task<string[]> LogInAsync(HttpClient http, CookieJar cookies, LoginServer server)
    {
        const string WrongPassword = "Tr0ub4dor-and-3-typed-wrongly";
        using var alice = new Person(http, cookies, server);
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync("alice", WrongPassword);
        await alice.SignInAsync("alice", "alice");
        var tracked = Mfa.Control.Requests.Last(request => request.Target.Contains("/actions/", StringComparison.Ordinal));
        var key = JsonDocument.Parse(tracked.Body).RootElement.GetProperty("idempotencyKey").GetString()!;
        var token = Mfa.Control.Complete(new CompletedAction { UserId = Alice, Action = tracked.Target.Split('/')[^1], IdempotencyKey = key })!;
        await alice.OpenAsync($"/Account/Login/Callback?tx={Guid.Parse(key):N}&token={Uri.EscapeDataString(token)}");
        using var report = new StringContent("{}");
        await http.PostAsync(new Uri("/webhooks/authsignal", UriKind.Relative), report, Ct);
        alice.Url.AbsolutePath.Should().Be("/", "the login has succeeded");
        var cookie = cookies.Cookies["__Host-cleanlogin"];
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Mfa.Settings.Secret + ":"));
        return [token, WrongPassword, cookie, Mfa.Settings.Secret, basic];
    }

    private static void Flush(IServiceProvider services)
    {
        services.GetRequiredService<TracerProvider>().ForceFlush();
        services.GetRequiredService<MeterProvider>().ForceFlush();
        services.GetRequiredService<LoggerProvider>().ForceFlush();
    }

    // The service, and those of other tests, run in this process as well, without TLS; what they tell their own collector is their business.
    private static bool IsOfAService(Activity span) => span.Kind is ActivityKind.Server && Equals(span.GetTagItem("url.scheme"), "http");

    private IEnumerable<string> Spans() => _spans.Where(span => !IsOfAService(span)).Select(span =>
        $"{span.DisplayName} {span.StatusDescription} {Text(span.TagObjects)} {Text(span.Baggage.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)))} "
        + string.Join(' ', span.Events.Select(one => one.Name + Text(one.Tags))));

    private IEnumerable<string> Measurements()
    {
        foreach (var metric in _metrics)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var text = metric.Name;
                foreach (var (name, value) in point.Tags)
                {
                    text += $" {name}={value}";
                }

                yield return text;
            }
        }
    }

    private IEnumerable<string> Logs() => _logs.Select(log =>
        $"{log.FormattedMessage} {log.Body} {Text(log.Attributes ?? [])} {log.Exception}");

    private static string[] Leaks(IEnumerable<string> lines, string[] secrets) =>
        [.. lines.Where(line => Array.Exists(secrets, secret => line.Contains(secret, StringComparison.Ordinal)))];

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
