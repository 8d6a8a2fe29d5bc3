using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Sessions;

public sealed class SqliteSessionTests(SqliteFiles files) : SessionContract(files);

public sealed class PostgreSqlSessionTests(PostgreSqlCluster cluster) : SessionContract(cluster);
