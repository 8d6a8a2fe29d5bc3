using CleanLogin.Testing.Databases;

namespace CleanLogin.Web.Tests.Protocol;

// The protocol on SQLite.

public sealed class SqliteAuthorizationCodeTests(SqliteFiles files) : AuthorizationCodeTests(files);

public sealed class SqliteAuthorizationServerTests(SqliteFiles files) : AuthorizationServerContract(files);

public sealed class SqliteDisabledAccountTests(SqliteFiles files) : DisabledAccountTests(files);

public sealed class SqliteDiscoveryTests(SqliteFiles files) : DiscoveryTests(files);

public sealed class SqliteEndSessionTests(SqliteFiles files) : EndSessionTests(files);

public sealed class SqliteInteractionTests(SqliteFiles files) : InteractionTests(files);

public sealed class SqliteSingleFactorTests(SqliteFiles files) : SingleFactorTests(files);

public sealed class SqliteTokenTests(SqliteFiles files) : TokenTests(files);
