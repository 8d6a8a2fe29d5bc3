using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Sessions;

internal static class SessionsRegistration
{
    public static IServiceCollection AddSessions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SessionOptions>(configuration, SessionOptions.Section);
        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>();
        return services
            .AddHttpContextAccessor()
            .AddSingleton<RequestOrigin>()
            .AddSingleton<SessionStore>()
            .AddSingleton<IPrunable, SessionPruning>()
            .AddSingleton<IPrunable, EndedSessionPruning>()
            .AddScoped<BrowserSession>()
            .AddScoped<SessionDirectory>()
            .AddScoped<ISessions>(provider => provider.GetRequiredService<SessionDirectory>());
    }
}
