using CleanLogin.Testing;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>It is always the same moment until the test says otherwise, but timers run: a time-out of the client is real.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private DateTimeOffset _now = Moments.Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
