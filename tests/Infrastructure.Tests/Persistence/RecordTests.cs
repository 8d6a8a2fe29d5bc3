namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class SqliteRecordTests : RecordContract
{
    private protected override Dictionary<string, string?> Settings() => [];
}

public sealed class PostgreSqlRecordTests(PostgreSqlCluster cluster) : RecordContract, IClassFixture<PostgreSqlCluster>
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
