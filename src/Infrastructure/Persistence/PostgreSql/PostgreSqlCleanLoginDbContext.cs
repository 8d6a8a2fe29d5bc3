using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence.PostgreSql;

/// <summary>The database in PostgreSQL. Times are <c>timestamptz</c>, exact to the microsecond.</summary>
internal sealed class PostgreSqlCleanLoginDbContext(DbContextOptions<PostgreSqlCleanLoginDbContext> options) : CleanLoginDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}
