using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.Duende.Grants.Sqlite;

internal sealed class SqliteGrantsDbContext(DbContextOptions<SqliteGrantsDbContext> options) : GrantsDbContext(options);
