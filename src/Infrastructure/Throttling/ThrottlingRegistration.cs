using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Throttling;

internal static class ThrottlingRegistration
{
    public static IServiceCollection AddThrottling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ThrottlingOptions>(configuration, ThrottlingOptions.Section);
        return services
            .AddSingleton<IValidateOptions<ThrottlingOptions>, ThrottlingOptionsValidator>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<ThrottlingOptions>>().Value.ToLimits())
            .AddSingleton<IAddressBudgets, AddressBudgetStore>()
            .AddSingleton<IPrunable, AddressBudgetPruning>()
            .AddHttpContextAccessor()
            .AddScoped<IKnownDevices, KnownDevicesCookie>();
    }
}
