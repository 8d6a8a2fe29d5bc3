using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Pruning;

public sealed class SqlitePruningTests(SqliteFiles files) : PruningContract(files);

public sealed class PostgreSqlPruningTests(PostgreSqlCluster cluster) : PruningContract(cluster);
