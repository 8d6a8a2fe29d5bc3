using CleanLogin.Authsignal.Emulator.Hosting;

namespace CleanLogin.Authsignal.Emulator.Knobs;

/// <summary>The knobs as they stand, and how they stood at the start.</summary>
internal sealed class KnobStore(EmulatorSettings settings)
{
    private readonly Lock _gate = new();

    public EmulatorKnobs Current { get; private set; } = settings.Knobs;

    public EmulatorKnobs Change(Func<EmulatorKnobs, EmulatorKnobs> change)
    {
        lock (_gate)
        {
            return Current = change(Current);
        }
    }

    public void Reset() => Change(_ => settings.Knobs);

    /// <summary>The fault that this request runs into, counted down.</summary>
    public Fault? TakeFault(string method, string path)
    {
        lock (_gate)
        {
            var fault = Current.Faults.FirstOrDefault(candidate => candidate.Hits(method, path));
            if (fault is { Times: not null })
            {
                var less = fault with { Times = fault.Times - 1 };
                Current = Current with { Faults = [.. Current.Faults.Select(other => ReferenceEquals(other, fault) ? less : other)] };
            }

            return fault;
        }
    }
}
