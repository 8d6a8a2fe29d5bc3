using CleanLogin.Authsignal.Emulator.Challenges;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Tokens;
using CleanLogin.Authsignal.Emulator.Webhooks;

namespace CleanLogin.Authsignal.Emulator.Control;

internal static class ControlRegistration
{
    public static void AddControl(this IServiceCollection services) => services.AddSingleton(provider => new EmulatorControl(
        provider.GetRequiredService<KnobStore>(),
        provider.GetRequiredService<Tenant>(),
        provider.GetRequiredService<RequestLog>(),
        provider.GetRequiredService<ActionTokens>(),
        provider.GetRequiredService<Completion>(),
        provider.GetRequiredService<WebhookOutbox>(),
        provider.GetRequiredService<WebhookTransport>(),
        provider.GetRequiredService<TimeProvider>()));
}
