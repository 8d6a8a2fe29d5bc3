using CleanLogin.Infrastructure.Duende.Grants.PostgreSql;
using CleanLogin.Infrastructure.Duende.Grants.Sqlite;
using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Persistence.Sqlite;
using CleanLogin.Infrastructure.Pruning;
using Duende.IdentityServer.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Duende.Grants;

internal static class GrantsRegistration
{
    public static IServiceCollection AddGrants(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<SqliteGrantsDbContext>((provider, options) => options
            .UseSqlite(provider.GetConnectionString(), sqlite => sqlite.MigrationsHistoryTable(GrantsDbContext.History))
            .AddInterceptors(new SqlitePragmas()));
        services.AddPooledDbContextFactory<PostgreSqlGrantsDbContext>((provider, options) => options
            .UseNpgsql(provider.GetConnectionString(), postgreSql => postgreSql.MigrationsHistoryTable(GrantsDbContext.History)));
        return services
            .AddSingleton<IDbContextFactory<GrantsDbContext>, GrantsContextFactory>()
            .AddSingleton<IPersistedGrantStore, GrantStore>()
            .AddSingleton<IPushedAuthorizationRequestStore, PushedRequestStore>()
            .AddSingleton<IPrunable, GrantPruning>()
            .AddHostedService<GrantsInitializer>();
    }
}
