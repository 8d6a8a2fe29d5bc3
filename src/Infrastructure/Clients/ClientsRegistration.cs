using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Clients;

internal static class ClientsRegistration
{
    /// <summary>The applications of the configuration, which are the same for every engine.</summary>
    public static IServiceCollection AddClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ClientsOptions, Dictionary<string, ClientOptions>>(
            configuration, ClientsOptions.Section, clients => clients.All);
        return services.AddSingleton<IValidateOptions<ClientsOptions>, ClientsOptionsValidator>();
    }
}
