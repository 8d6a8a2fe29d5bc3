using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanLogin.Infrastructure.Persistence.PostgreSql;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlCleanLoginDbContext>
{
    public PostgreSqlCleanLoginDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlCleanLoginDbContext>().UseNpgsql("Database=design").Options);
}
