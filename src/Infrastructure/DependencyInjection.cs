using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Clients;
using CleanLogin.Infrastructure.DataProtection;
using CleanLogin.Infrastructure.Mailing;
using CleanLogin.Infrastructure.Mfa;
using CleanLogin.Infrastructure.Passwords;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Protocol;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Sessions;
using CleanLogin.Infrastructure.Settings;
using CleanLogin.Infrastructure.Throttling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanLogin.Infrastructure;

/// <summary>Registers the adapters.</summary>
public static class DependencyInjection
{
    /// <summary>The adapters of every port, as configured, and the engine that speaks the protocol.</summary>
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, IProtocolEngine engine) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddServerSettings(configuration)
            .AddPersistence(configuration, environment)
            .AddDatabaseInitializer()
            .AddKeyRing(configuration, environment)
            .AddMail(configuration)
            .AddAccounts()
            .AddPasswords()
            .AddMfa(configuration)
            .AddSessions(configuration)
            .AddThrottling(configuration)
            .AddClients(configuration)
            .AddProtocol(engine)
            .AddHostedService<Pruner>();

    // Hosted services start in the order of their registration, and the key ring has one that reads the database.
    private static IServiceCollection AddDatabaseInitializer(this IServiceCollection services) =>
        services
            .AddSingleton<DevelopmentAccounts>()
            .AddHostedService<DatabaseInitializer>();
}
