using CleanLogin.Infrastructure.Pruning;

namespace CleanLogin.Infrastructure.Tests.Pruning;

/// <summary>A store that answers as the test says, and counts how often it was asked.</summary>
internal sealed class FakeStore(string name, Func<int, bool> forget) : IPrunable
{
    private int _asked;

    public string Name => name;

    public int Asked => _asked;

    /// <summary>With a database that is away.</summary>
    public static FakeStore Broken(string name) => new(name, _ => throw new InvalidOperationException("The database is away."));

    public async Task<bool> ForgetSomeAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await Task.FromResult(forget(Interlocked.Increment(ref _asked)));
    }
}
