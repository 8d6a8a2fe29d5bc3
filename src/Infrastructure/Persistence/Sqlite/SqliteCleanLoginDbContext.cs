using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Persistence.Sqlite;

/// <summary>The database as a file. Times are kept as UTC ticks, which compare in SQL.</summary>
internal sealed class SqliteCleanLoginDbContext(DbContextOptions<SqliteCleanLoginDbContext> options) : CleanLoginDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
