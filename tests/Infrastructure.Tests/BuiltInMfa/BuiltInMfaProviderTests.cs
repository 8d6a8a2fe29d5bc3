using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa;

public sealed class SqliteBuiltInMfaProviderTests(SqliteFiles files) : BuiltInMfaProviderContract(files);

public sealed class PostgreSqlBuiltInMfaProviderTests(PostgreSqlCluster cluster) : BuiltInMfaProviderContract(cluster);
