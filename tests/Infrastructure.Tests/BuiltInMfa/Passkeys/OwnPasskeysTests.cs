using CleanLogin.Testing.Databases;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa.Passkeys;

public sealed class SqliteOwnPasskeysTests(SqliteFiles files) : OwnPasskeysContract(files);

public sealed class PostgreSqlOwnPasskeysTests(PostgreSqlCluster cluster) : OwnPasskeysContract(cluster);
