using CleanLogin.Testing.Databases;

namespace CleanLogin.Web.Tests.Protocol;

// The contract on the second engine. Without it these are reported as skipped, with the reason.

public sealed class DuendeSqliteAuthorizationServerTests(SqliteFiles files) : AuthorizationServerContract(new OnDuende(files));

public sealed class DuendePostgreSqlAuthorizationServerTests(PostgreSqlCluster cluster) : AuthorizationServerContract(new OnDuende(cluster));
