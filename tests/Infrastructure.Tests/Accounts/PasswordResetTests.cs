using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Accounts;

public sealed class SqlitePasswordResetTests(SqliteFiles files) : PasswordResetContract(files);

public sealed class PostgreSqlPasswordResetTests(PostgreSqlCluster cluster) : PasswordResetContract(cluster);
