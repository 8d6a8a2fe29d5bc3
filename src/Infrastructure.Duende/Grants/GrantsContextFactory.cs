using CleanLogin.Infrastructure.Duende.Grants.PostgreSql;
using CleanLogin.Infrastructure.Duende.Grants.Sqlite;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Duende.Grants;

/// <summary>Contexts of the configured database.</summary>
internal sealed class GrantsContextFactory(IServiceProvider services, IOptions<DatabaseOptions> options) : IDbContextFactory<GrantsDbContext>
{
    private readonly Func<GrantsDbContext> _create = options.Value.Product switch
    {
        DatabaseProvider.Sqlite => services.GetRequiredService<IDbContextFactory<SqliteGrantsDbContext>>().CreateDbContext,
        DatabaseProvider.PostgreSql => services.GetRequiredService<IDbContextFactory<PostgreSqlGrantsDbContext>>().CreateDbContext,
    };

    public GrantsDbContext CreateDbContext() => _create();
}
