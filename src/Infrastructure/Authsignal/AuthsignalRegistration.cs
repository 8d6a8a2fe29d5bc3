using System.Net.Http.Headers;
using System.Text;
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

    private static readonly TimeSpan WholeCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(3);

    /// <summary>Whether the configuration gives what the service needs, so that it is meant to be used.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[AuthsignalOptions.Section + ":Url"] ?? configuration[GuideUrl])
        && !string.IsNullOrEmpty(configuration[AuthsignalOptions.Section + ":Secret"] ?? configuration[GuideSecret]);

    public static IServiceCollection AddAuthsignal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuthsignalOptions>()
            .Bind(configuration.GetSection(AuthsignalOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .Configure(tenant =>
            {
                tenant.Url ??= configuration[GuideUrl];
                tenant.Secret ??= configuration[GuideSecret];
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuthsignalOptions>, AuthsignalOptionsValidator>();
        services.AddSingleton<AuthsignalHealth>();
        services.AddHttpClient<AuthsignalApi>(Address).AddStandardResilienceHandler(Resilience);
        return services.AddScoped<AuthsignalMfaProvider>();
    }

    private static void Address(IServiceProvider services, HttpClient http)
    {
        var tenant = services.GetRequiredService<IOptions<AuthsignalOptions>>().Value;
        http.BaseAddress = new Uri(tenant.Url!.TrimEnd('/') + "/", UriKind.Absolute);
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(tenant.Secret + ":")));
    }

    // Every call may be repeated: track carries its own idempotency key, validate and the probe only look things up.
    private static void Resilience(HttpStandardResilienceOptions resilience)
    {
        resilience.TotalRequestTimeout.Timeout = WholeCall;
        resilience.AttemptTimeout.Timeout = OneTry;
        resilience.Retry.MaxRetryAttempts = 2;
        resilience.Retry.UseJitter = true;
        resilience.Retry.BackoffType = DelayBackoffType.Exponential;
        resilience.Retry.Delay = TimeSpan.FromMilliseconds(200);
        resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(30);
        resilience.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(5);
    }
}
