using CleanLogin.Infrastructure.Tests.Persistence;

namespace CleanLogin.Infrastructure.Tests.Sessions;

public sealed class SqliteSessionTests : SessionContract
{
    private protected override Dictionary<string, string?> Settings() => [];
}

public sealed class PostgreSqlSessionTests(PostgreSqlCluster cluster) : SessionContract, IClassFixture<PostgreSqlCluster>
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
