using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.BuiltInMfa;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mfa;

internal static class MfaRegistration
{
    public static IServiceCollection AddMfa(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MfaOptions>()
            .Bind(configuration.GetSection(MfaOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton(provider => new MfaPolicy(provider.GetRequiredService<IOptions<MfaOptions>>().Value.Enrolment));
        return services
            .AddBuiltInMfa(configuration)
            .AddScoped<IMfaProvider>(provider => provider.GetRequiredService<BuiltInMfaProvider>());
    }
}
