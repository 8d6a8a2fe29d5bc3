using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Mfa;
using CleanLogin.Infrastructure.Randomness;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Passwords;

internal static class PasswordsRegistration
{
    public static IServiceCollection AddPasswords(this IServiceCollection services) =>
        services
            .AddSingleton<ISecureRandom, SecureRandom>()
            .AddSingleton<IPasswordHasher, Argon2PasswordHasher>()
            .AddSingleton<IHashingScheduler, HashingScheduler>()
            .AddSingleton<ICommonPasswords, CommonPasswords>()
            .AddSingleton(provider => new PasswordPolicy(
                provider.GetRequiredService<IOptions<MfaOptions>>().Value.Enrolment,
                provider.GetRequiredService<ICommonPasswords>(),
                [provider.GetRequiredService<IOptions<ServerOptions>>().Value.Name, "CleanLogin"]));
}
