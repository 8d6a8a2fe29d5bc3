using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanLogin.Infrastructure.Persistence.Sqlite;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCleanLoginDbContext>
{
    public SqliteCleanLoginDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCleanLoginDbContext>().UseSqlite("Data Source=:memory:").Options);
}
