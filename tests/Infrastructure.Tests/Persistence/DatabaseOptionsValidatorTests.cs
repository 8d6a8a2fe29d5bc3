using CleanLogin.Infrastructure.Persistence;

namespace CleanLogin.Infrastructure.Tests.Persistence;

public sealed class DatabaseOptionsValidatorTests
{
    [Theory]
    [InlineData("Sqlite", null)]
    [InlineData("sqlite", "Data Source=login.db")]
    [InlineData("PostgreSql", "Host=db;Database=login")]
    public void A_database_that_can_be_named_is_accepted(string provider, string? connectionString)
    {
        Validate(provider, connectionString).Should().BeNull();
    }

    [Theory]
    [InlineData("Oracle", null, "Database:Provider")]
    [InlineData("1", null, "Database:Provider")]
    [InlineData("", null, "Database:Provider")]
    [InlineData("PostgreSql", null, "Database:ConnectionString")]
    [InlineData("PostgreSql", "Host=db", "Database:ConnectionString")]
    [InlineData("PostgreSql", "Host=db;Port=many;Database=login", "Database:ConnectionString")]
    [InlineData("Sqlite", "", "Database:ConnectionString")]
    [InlineData("Sqlite", "Sauce=login.db", "Database:ConnectionString")]
    public void A_fault_is_reported_by_its_key(string provider, string? connectionString, string key)
    {
        Validate(provider, connectionString).Should().StartWith(key);
    }

    [Fact]
    public void A_connection_string_is_never_shown()
    {
        Validate("PostgreSql", "Host=db;Password=hunter2;Port=many").Should().NotContain("hunter2");
    }

    private static string? Validate(string provider, string? connectionString) =>
        new DatabaseOptionsValidator()
            .Validate(null, new DatabaseOptions { Provider = provider, ConnectionString = connectionString })
            .FailureMessage;
}
