using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Tests.Randomness;

/// <summary>What everything that draws a secret relies on. That it cannot be guessed is the adapter's alone, and no test shows it.</summary>
public abstract class SecureRandomContract
{
    private protected abstract ISecureRandom Random { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    public void As_many_bytes_come_as_were_asked_for(int count) => Random.Next(count).Should().HaveCount(count);

    [Fact]
    public void No_two_draws_are_alike() =>
        Enumerable.Range(0, 50).Select(_ => Convert.ToHexString(Random.Next(16))).Should().OnlyHaveUniqueItems();
}
