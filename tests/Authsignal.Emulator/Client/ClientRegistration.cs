using CleanLogin.Authsignal.Emulator.Passkeys;

namespace CleanLogin.Authsignal.Emulator.Client;

internal static class ClientRegistration
{
    public static void AddClientApi(this IServiceCollection services)
    {
        services.AddSingleton<ClientCallers>();
        services.AddSingleton<ClientSessions>();
        services.AddSingleton<ClientAuthenticators>();
        services.AddSingleton<RelyingParty>();
        services.AddSingleton<PasskeyRegistration>();
        services.AddSingleton<PasskeySignIn>();
        services.AddSingleton<ClientApiRouter>();
        services.AddSingleton<ClientApi>();
    }
}
