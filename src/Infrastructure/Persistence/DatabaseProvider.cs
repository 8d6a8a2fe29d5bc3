namespace CleanLogin.Infrastructure.Persistence;

internal enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
