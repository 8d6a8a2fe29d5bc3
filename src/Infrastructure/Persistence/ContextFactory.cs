using CleanLogin.Infrastructure.Persistence.PostgreSql;
using CleanLogin.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Persistence;

/// <summary>
/// Contexts of the configured database. A store takes a context of its own for each piece of work, so that it saves its own changes
/// and nobody else's.
/// </summary>
internal sealed class ContextFactory(IServiceProvider services, IOptions<DatabaseOptions> options) : IDbContextFactory<CleanLoginDbContext>
{
    private readonly Func<CleanLoginDbContext> _create = options.Value.Product switch
    {
        DatabaseProvider.Sqlite => services.GetRequiredService<IDbContextFactory<SqliteCleanLoginDbContext>>().CreateDbContext,
        DatabaseProvider.PostgreSql => services.GetRequiredService<IDbContextFactory<PostgreSqlCleanLoginDbContext>>().CreateDbContext,
    };

    public CleanLoginDbContext CreateDbContext() => _create();
}
