using CleanLogin.Testing;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>Begins at the same moment in every run and then runs: a circuit that is open closes by it.</summary>
internal sealed class RunningClock : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => Moments.Start + System.GetElapsedTime(_start);
}
