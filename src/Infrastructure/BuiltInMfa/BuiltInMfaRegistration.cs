using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal static class BuiltInMfaRegistration
{
    // The built-in pages may be needed beside a hosted provider, so their services are always there.
    public static IServiceCollection AddBuiltInMfa(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(new TotpIssuer(configuration["Server:Name"] ?? "CleanLogin"))
            .AddSingleton<ITotpAlgorithm, TotpAlgorithm>()
            .AddSingleton<SecretProtector>()
            .AddSingleton<ITotpAuthenticators, TotpAuthenticatorStore>()
            .AddSingleton<IRecoveryCodes, RecoveryCodeStore>()
            .AddSingleton<IPassedChallenges, PassedChallengeStore>()
            .AddSingleton<IPrunable, TotpEnrolmentPruning>()
            .AddSingleton<IPrunable, PassedChallengePruning>()
            .AddScoped<BuiltInMfaProvider>();
}
