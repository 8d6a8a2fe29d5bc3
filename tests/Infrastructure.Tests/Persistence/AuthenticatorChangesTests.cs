using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class SqliteAuthenticatorChangesTests(SqliteFiles files) : AuthenticatorChangesContract(files);

public sealed class PostgreSqlAuthenticatorChangesTests(PostgreSqlCluster cluster) : AuthenticatorChangesContract(cluster);
