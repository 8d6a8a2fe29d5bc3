using CleanLogin.Testing;
using CleanLogin.Testing.Databases;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>These databases, for tests of the second engine: not there where this build has the default one.</summary>
internal sealed class OnDuende(ITestDatabases databases) : ITestDatabases
{
    private static readonly BuiltEngine Built = new(typeof(Program).Assembly);

    public string? Missing => Built.MissingDuende ?? databases.Missing;

    public Task<TestDatabase> NewAsync() => databases.NewAsync();

    public Task<TestDatabase> NewAsync(FirstStart start) => databases.NewAsync(start);
}
