using CleanLogin.Application.Ports;
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
            .AddSingleton(provider => new TotpIssuer(provider.GetRequiredService<IOptions<ServerOptions>>().Value.Name))
            .AddSingleton<ITotpAlgorithm, TotpAlgorithm>()
            .AddSingleton<SecretProtector>()
            .AddSingleton<ITotpAuthenticators, TotpAuthenticatorStore>()
            .AddSingleton<IRecoveryCodes, RecoveryCodeStore>()
            .AddSingleton<IPassedChallenges, PassedChallengeStore>()
            .AddSingleton<IPrunable, TotpEnrolmentPruning>()
            .AddSingleton<IPrunable, PassedChallengePruning>()
            .AddScoped<BuiltInMfaProvider>()
            .AddScoped<BuiltInAuthenticatorDirectory>();
}
