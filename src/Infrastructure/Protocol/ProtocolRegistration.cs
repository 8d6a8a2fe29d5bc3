using CleanLogin.Application.Login;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Protocol;

internal static class ProtocolRegistration
{
    /// <summary>The engine, and what every engine needs beside itself.</summary>
    public static IServiceCollection AddProtocol(this IServiceCollection services, IProtocolEngine engine)
    {
        services
            .AddSingleton(engine)
            .AddHostedService<EngineNotice>()
            .AddHttpContextAccessor()
            .AddSingleton<ServerKeys>()
            .AddSingleton(provider =>
                new ServerAddress(new Uri(provider.GetRequiredService<IOptions<ServerOptions>>().Value.Issuer!, UriKind.Absolute)))
            .AddSingleton(LoginLifetime.Default)
            .AddScoped<Interactions>()
            .AddProtocolCors()
            .AddProtocolCache(engine);
        engine.AddTo(services);
        return services;
    }
}
