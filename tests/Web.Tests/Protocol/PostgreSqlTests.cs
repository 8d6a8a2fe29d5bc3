using CleanLogin.Testing.Databases;

namespace CleanLogin.Web.Tests.Protocol;

// The protocol on PostgreSQL.

public sealed class PostgreSqlAuthorizationCodeTests(PostgreSqlCluster cluster) : AuthorizationCodeTests(cluster);

public sealed class PostgreSqlAuthorizationServerTests(PostgreSqlCluster cluster) : AuthorizationServerContract(cluster);

public sealed class PostgreSqlDisabledAccountTests(PostgreSqlCluster cluster) : DisabledAccountTests(cluster);

public sealed class PostgreSqlDiscoveryTests(PostgreSqlCluster cluster) : DiscoveryTests(cluster);

public sealed class PostgreSqlEndSessionTests(PostgreSqlCluster cluster) : EndSessionTests(cluster);

public sealed class PostgreSqlInteractionTests(PostgreSqlCluster cluster) : InteractionTests(cluster);

public sealed class PostgreSqlSingleFactorTests(PostgreSqlCluster cluster) : SingleFactorTests(cluster);

public sealed class PostgreSqlTokenTests(PostgreSqlCluster cluster) : TokenTests(cluster);
