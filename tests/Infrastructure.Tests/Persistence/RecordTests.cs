using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class SqliteRecordTests(SqliteFiles files) : RecordContract(files);

public sealed class PostgreSqlRecordTests(PostgreSqlCluster cluster) : RecordContract(cluster);
