namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class SqliteStoreTests : StoreContract
{
    protected override Dictionary<string, string?> Settings() => [];
}

public sealed class PostgreSqlStoreTests(PostgreSqlCluster cluster) : StoreContract, IClassFixture<PostgreSqlCluster>
{
    protected override Dictionary<string, string?> Settings()
    {
        Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? string.Empty);
        return new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = cluster.NewConnectionString(),
        };
    }
}
