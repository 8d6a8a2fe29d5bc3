using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class SqliteStoreTests(SqliteFiles files) : StoreContract(files);

public sealed class PostgreSqlStoreTests(PostgreSqlCluster cluster) : StoreContract(cluster);
