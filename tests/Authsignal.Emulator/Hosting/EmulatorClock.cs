using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Hosting;

/// <summary>The given clock, moved by the clock knob.</summary>
internal sealed class EmulatorClock(TimeProvider inner, KnobStore knobs) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + knobs.Current.ClockOffset;

    /// <summary>Waiting is measured, not told by the clock, so the knob does not shorten it.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
