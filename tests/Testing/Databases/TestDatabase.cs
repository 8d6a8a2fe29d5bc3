namespace CleanLogin.Testing.Databases;

/// <summary>The database of one host; gone when disposed, whoever is still connected.</summary>
public sealed class TestDatabase(IReadOnlyDictionary<string, string> settings, Func<Task> drop) : IAsyncDisposable
{
    /// <summary>The settings by which a host finds it.</summary>
    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await drop();
}
