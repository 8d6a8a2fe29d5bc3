using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Duende.Grants.PostgreSql;

internal sealed class PostgreSqlGrantsDbContext(DbContextOptions<PostgreSqlGrantsDbContext> options) : GrantsDbContext(options);
