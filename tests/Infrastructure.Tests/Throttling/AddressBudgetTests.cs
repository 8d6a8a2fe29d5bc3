using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.Throttling;

public sealed class SqliteAddressBudgetTests(SqliteFiles files) : AddressBudgetContract(files);

public sealed class PostgreSqlAddressBudgetTests(PostgreSqlCluster cluster) : AddressBudgetContract(cluster);
