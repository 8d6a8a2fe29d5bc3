namespace CleanLogin.Testing.Databases;

/// <summary>One database product: gives every host of a test an empty database of its own.</summary>
public interface ITestDatabases
{
    /// <summary>Why the product is not there, or null.</summary>
    string? Missing { get; }

    /// <summary>An empty database.</summary>
    Task<TestDatabase> NewAsync();

    /// <summary>A database as the first start leaves it, which is done once in a run.</summary>
    Task<TestDatabase> NewAsync(FirstStart start);
}
