using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Accounts;

public sealed class SqliteAccountAlarmTests(SqliteFiles files) : AccountAlarmContract(files);

public sealed class PostgreSqlAccountAlarmTests(PostgreSqlCluster cluster) : AccountAlarmContract(cluster);
