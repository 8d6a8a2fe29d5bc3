using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Mailing;

public sealed class SqliteOutboxTests(SqliteFiles files) : OutboxContract(files);

public sealed class PostgreSqlOutboxTests(PostgreSqlCluster cluster) : OutboxContract(cluster);
