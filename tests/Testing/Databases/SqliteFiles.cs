namespace CleanLogin.Testing.Databases;

/// <summary>SQLite as it is without a setting: a file in the host's data folder, which goes with that folder.</summary>
public sealed class SqliteFiles : ITestDatabases
{
    /// <inheritdoc />
    public string? Missing => null;

    /// <inheritdoc />
    public Task<TestDatabase> NewAsync() =>
        Task.FromResult(new TestDatabase(new Dictionary<string, string>(), () => Task.CompletedTask));

    /// <inheritdoc />
    /// <remarks>The file that the first start left comes with the <see cref="PreparedFolder"/>.</remarks>
    public Task<TestDatabase> NewAsync(FirstStart start) => NewAsync();
}
