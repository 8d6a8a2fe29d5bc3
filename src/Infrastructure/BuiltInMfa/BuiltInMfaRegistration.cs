using CleanLogin.Application;
using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.BuiltInMfa.Passkeys;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal static class BuiltInMfaRegistration
{
    // The built-in pages may be needed beside a hosted provider, so their services are always there.
    public static IServiceCollection AddBuiltInMfa(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new ServiceName(provider.GetRequiredService<IOptions<ServerOptions>>().Value.Name))
            .AddSingleton<ITotpAlgorithm, TotpAlgorithm>()
            .AddSingleton<SecretProtector>()
            .AddSingleton<ITotpAuthenticators, TotpAuthenticatorStore>()
            .AddSingleton<IRecoveryCodes, RecoveryCodeStore>()
            .AddScoped<IRecoveryCodeHandouts, RecoveryCodesCookie>()
            .AddSingleton<IPassedChallenges, PassedChallengeStore>()
            .AddSingleton<PasskeyTickets>()
            .AddSingleton<PasskeyVerifier>()
            .AddSingleton<PasskeyAcceptance>()
            .AddSingleton<IOwnPasskeys, PasskeyStore>()
            .AddSingleton<IPrunable, SpentChallengePruning>()
            .AddScoped<BuiltInPasskeyProvider>()
            .AddSingleton<IPrunable, TotpEnrolmentPruning>()
            .AddSingleton<IPrunable, PassedChallengePruning>()
            .AddScoped<BuiltInMfaProvider>()
            .AddScoped<BuiltInAuthenticatorDirectory>();
}
