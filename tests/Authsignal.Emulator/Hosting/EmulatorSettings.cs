using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Hosting;

/// <summary>The emulated tenant, from the section <c>Emulator</c>.</summary>
public sealed class EmulatorSettings
{
    public const string Section = "Emulator";

    /// <summary>The tenant's server API key. It protects nothing but a test double, so it has a default.</summary>
    public string Secret { get; init; } = "sk_emulator";

    public string TenantId { get; init; } = "tenant-emulator";

    /// <summary>How the emulator behaves until it is told otherwise, and again after a reset.</summary>
    public EmulatorKnobs Knobs { get; init; } = new();
}
