using CleanLogin.Infrastructure.Tests.Persistence;

namespace CleanLogin.Infrastructure.Tests.OpenIddict;

public sealed class SqliteConfiguredClientsTests : ConfiguredClientsContract
{
    private protected override Dictionary<string, string?> Settings() => [];
}

public sealed class PostgreSqlConfiguredClientsTests(PostgreSqlCluster cluster)
    : ConfiguredClientsContract, IClassFixture<PostgreSqlCluster>
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
