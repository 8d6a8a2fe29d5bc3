using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Authsignal.Webhooks;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CleanLogin.Infrastructure.Authsignal;

internal static class AuthsignalRegistration
{
    // The names of the guide, beside the section's own.
    private const string GuideUrl = "AuthsignalUrl";
    private const string GuideSecret = "AuthsignalSecret";

    /// <summary>
    /// Whether the service is meant to be used. One of address and key is enough to say so: the other one missing is then a fault at start,
    /// not another provider.
    /// </summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        new[] { AuthsignalOptions.Section + ":Url", AuthsignalOptions.Section + ":Secret", GuideUrl, GuideSecret }
            .Any(key => !string.IsNullOrEmpty(configuration[key]));

    /// <summary>The section is read, and its keys must be known, whether or not the service is used.</summary>
    public static IServiceCollection AddAuthsignalSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new RootKey(GuideUrl)).AddSingleton(new RootKey(GuideSecret));
        services.AddSettings<AuthsignalOptions>(configuration, AuthsignalOptions.Section)
            .Configure(tenant =>
            {
                tenant.Url = Given(tenant.Url) ?? configuration[GuideUrl];
                tenant.Secret = Given(tenant.Secret) ?? configuration[GuideSecret];
                tenant.UiHosts = tenant.UiHosts is [] ? [AuthsignalOptions.VendorUiHost] : tenant.UiHosts;
            });
        return services;
    }

    /// <summary>The service itself. Its settings are registered beside it.</summary>
    public static IServiceCollection AddAuthsignal(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AuthsignalOptions>, AuthsignalOptionsValidator>();
        services.AddSingleton<AuthsignalHealth>().AddSingleton<AuthsignalTelemetry>();
        services.AddSingleton(AuthsignalTimings.Default);
        services.AddTransient<WholeAnswerHandler>();
        var client = services.AddHttpClient<AuthsignalApi>(Address).ConfigurePrimaryHttpMessageHandler(Connections).RemoveAllLoggers();
        client.AddStandardResilienceHandler()
            .Configure((resilience, provider) => Resilience(resilience, provider.GetRequiredService<AuthsignalTimings>()));
        client.AddHttpMessageHandler<WholeAnswerHandler>();
        services.AddHttpClient<AuthsignalProbe>(ProbeAddress).ConfigurePrimaryHttpMessageHandler(Connections).RemoveAllLoggers();
        return services
            .AddSingleton<AuthsignalCalls>()
            .AddSingleton<AuthsignalPages>()
            .AddScoped<AuthsignalMfaProvider>()
            .AddScoped<AuthsignalAuthenticatorDirectory>()
            .AddScoped<AuthsignalPasskeyProvider>()
            .AddScoped<WebhookEndpoint>()
            .AddScoped<IConfigurationCheck, AuthsignalCheck>();
    }

    // An environment variable that is set to nothing is not given.
    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static void Address(IServiceProvider services, HttpClient http)
    {
        var tenant = services.GetRequiredService<IOptions<AuthsignalOptions>>().Value;
        http.BaseAddress = new Uri(tenant.Url!.TrimEnd('/') + "/", UriKind.Absolute);
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(tenant.Secret + ":")));
    }

    private static void ProbeAddress(IServiceProvider services, HttpClient http)
    {
        Address(services, http);
        http.Timeout = services.GetRequiredService<AuthsignalTimings>().Probe;
    }

    // A redirect would carry the body, a token in it, to somebody else. Paths hold people's ids: what records them by itself, the factory's
    // log and the platform's tracing, is off.
    private static SocketsHttpHandler Connections() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    // Every call of a login may be repeated: track carries its own idempotency key, validate and the probe only look things up. What an
    // operator's check enrols twice, it removes at once.
    private static void Resilience(HttpStandardResilienceOptions resilience, AuthsignalTimings timings)
    {
        resilience.TotalRequestTimeout.Timeout = timings.WholeCall;
        resilience.AttemptTimeout.Timeout = timings.OneTry;
        resilience.Retry.MaxRetryAttempts = 2;
        resilience.Retry.UseJitter = true;
        resilience.Retry.BackoffType = DelayBackoffType.Exponential;
        resilience.Retry.Delay = timings.Pause;
        var worthRepeating = resilience.Retry.ShouldHandle;
        resilience.Retry.ShouldHandle = async attempt =>
            RetryAfter(attempt.Outcome.Result) <= timings.LongestRetryAfter && await worthRepeating(attempt);

        // The defaults wait for a hundred calls within the sampling time, which a login server may never make.
        resilience.CircuitBreaker.MinimumThroughput = 10;
        resilience.CircuitBreaker.FailureRatio = 0.5;
        resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(30);
        resilience.CircuitBreaker.BreakDuration = timings.Break;

        // Being asked to go slower is no outage: whoever floods the login would switch the service off for everybody.
        var isFailure = resilience.CircuitBreaker.ShouldHandle;
        resilience.CircuitBreaker.ShouldHandle = async attempt =>
            attempt.Outcome.Result?.StatusCode is not HttpStatusCode.TooManyRequests && await isFailure(attempt);
    }

    private static TimeSpan RetryAfter(HttpResponseMessage? response) => response?.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        // A date would have to be compared with somebody else's clock.
        { Date: not null } => TimeSpan.MaxValue,
        _ => TimeSpan.Zero,
    };
}
