using CleanLogin.Testing;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>It is always the same moment, but timers run: a time-out of the client is real.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Moments.Start;
}
