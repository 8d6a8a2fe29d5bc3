using CleanLogin.Infrastructure.Tests.Persistence;

namespace CleanLogin.Infrastructure.Tests.Pruning;

public sealed class SqlitePruningTests : PruningContract
{
    private protected override Dictionary<string, string?> Settings() => [];
}

public sealed class PostgreSqlPruningTests(PostgreSqlCluster cluster) : PruningContract, IClassFixture<PostgreSqlCluster>
{
    private protected override Dictionary<string, string?> Settings()
    {
        Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? string.Empty);
        return new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = cluster.NewConnectionString(),
        };
    }
}
