using CleanLogin.Testing.Databases;

// One of each for the whole run.
[assembly: AssemblyFixture(typeof(SqliteFiles))]
[assembly: AssemblyFixture(typeof(PostgreSqlCluster))]
