using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanLogin.Infrastructure.Duende.Grants.Sqlite;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteGrantsDbContext>
{
    public SqliteGrantsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGrantsDbContext>().UseSqlite("Data Source=:memory:").Options);
}
