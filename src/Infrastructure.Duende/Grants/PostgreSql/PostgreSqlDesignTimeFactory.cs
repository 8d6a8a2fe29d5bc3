using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CleanLogin.Infrastructure.Duende.Grants.PostgreSql;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlGrantsDbContext>
{
    public PostgreSqlGrantsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlGrantsDbContext>().UseNpgsql("Host=localhost").Options);
}
