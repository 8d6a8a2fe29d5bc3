using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.OpenIddict;

public sealed class SqliteConfiguredClientsTests(SqliteFiles files) : ConfiguredClientsContract(files);

public sealed class PostgreSqlConfiguredClientsTests(PostgreSqlCluster cluster) : ConfiguredClientsContract(cluster);
