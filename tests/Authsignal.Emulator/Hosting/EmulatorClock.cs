using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Hosting;

/// <summary>The given clock, moved by the clock knob.</summary>
internal sealed class EmulatorClock(TimeProvider inner, KnobStore knobs) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + knobs.Current.ClockOffset;
}
