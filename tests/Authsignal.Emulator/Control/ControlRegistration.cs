using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;

namespace CleanLogin.Authsignal.Emulator.Control;

internal static class ControlRegistration
{
    public static void AddControl(this IServiceCollection services) => services.AddSingleton(provider => new EmulatorControl(
        provider.GetRequiredService<KnobStore>(),
        provider.GetRequiredService<Tenant>(),
        provider.GetRequiredService<RequestLog>(),
        provider.GetRequiredService<ActionTokens>(),
        provider.GetRequiredService<TimeProvider>()));
}
