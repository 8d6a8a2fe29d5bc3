using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Persistence.PostgreSql;
using CleanLogin.Infrastructure.Persistence.Sqlite;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Persistence;

internal static class PersistenceRegistration
{
    /// <summary>The database and the stores of the login.</summary>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSettings<DatabaseOptions>(configuration, DatabaseOptions.Section);
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddSettings<DataOptions>(configuration, DataOptions.Section);
        services.AddSingleton(new RootKey(DataOptions.Variable));
        services.AddSingleton<IValidateOptions<DataOptions>>(new DataOptionsValidator(configuration, environment));
        services.AddSingleton(provider => new DataFolder(provider.GetRequiredService<IOptions<DataOptions>>(), configuration, environment));
        return services.AddContexts().AddStores();
    }

    private static IServiceCollection AddContexts(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<SqliteCleanLoginDbContext>((provider, options) =>
            options.UseSqlite(provider.GetConnectionString()).AddInterceptors(new SqlitePragmas()));
        services.AddPooledDbContextFactory<PostgreSqlCleanLoginDbContext>((provider, options) =>
            options.UseNpgsql(provider.GetConnectionString()));
        services.AddSingleton<IDbContextFactory<CleanLoginDbContext>, ContextFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CleanLoginDbContext>>().CreateDbContext());
        return services;
    }

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddScoped<ILoginTransactions, LoginTransactionStore>()
        .AddSingleton<ISecurityEvents, SecurityEventStore>()
        .AddSingleton<IActivityLog, ActivityLog>()
        .AddSingleton<IAttempts, AttemptStore>()
        .AddSingleton<IPrunable, LoginTransactionPruning>()
        .AddSingleton<IPrunable, SecurityEventPruning>()
        .AddSingleton<IPrunable, EventOriginPruning>()
        .AddSingleton<IPrunable, AttemptPruning>()
        .AddSingleton<IAuthenticatorChanges, AuthenticatorChangeStore>();

    /// <summary>How the configured database is reached: for SQLite, unless configured, a file in the data folder.</summary>
    public static string GetConnectionString(this IServiceProvider services) =>
        services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString
        ?? new SqliteConnectionStringBuilder { DataSource = services.GetRequiredService<DataFolder>().Database }.ToString();
}
