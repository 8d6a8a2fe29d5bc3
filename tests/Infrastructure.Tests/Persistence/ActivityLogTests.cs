using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class SqliteActivityLogTests(SqliteFiles files) : ActivityLogContract(files);

public sealed class PostgreSqlActivityLogTests(PostgreSqlCluster cluster) : ActivityLogContract(cluster);
