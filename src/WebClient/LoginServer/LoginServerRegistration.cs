using Microsoft.Extensions.Options;

namespace CleanLogin.WebClient.LoginServer;

internal static class LoginServerRegistration
{
    /// <summary>A person waits in front of the browser: an answer later than this is none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddLoginServer(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<LoginServerOptions>, LoginServerOptionsValidator>();
        services.AddOptions<LoginServerOptions>().Bind(configuration).ValidateOnStart();
        services.AddHttpClient(WebClientHost.BackChannel, client => client.Timeout = Patience);
        services.AddScoped<LoginServerApi>();
        services.AddScoped<PasskeyApi>();
    }
}
