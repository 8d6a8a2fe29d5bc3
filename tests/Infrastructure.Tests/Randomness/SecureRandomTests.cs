using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Randomness;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Infrastructure.Tests.Randomness;

public sealed class SecureRandomTests : SecureRandomContract
{
    private protected override ISecureRandom Random { get; } = new SecureRandom();
}

public sealed class CountingRandomTests : SecureRandomContract
{
    private protected override ISecureRandom Random { get; } = new CountingRandom();
}
