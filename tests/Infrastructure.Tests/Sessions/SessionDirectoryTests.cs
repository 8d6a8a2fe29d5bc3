using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Sessions;

public sealed class SqliteSessionDirectoryTests(SqliteFiles files) : SessionDirectoryContract(files);

public sealed class PostgreSqlSessionDirectoryTests(PostgreSqlCluster cluster) : SessionDirectoryContract(cluster);
