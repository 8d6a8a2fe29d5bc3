using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Randomness;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Passwords;

internal static class PasswordsRegistration
{
    public static IServiceCollection AddPasswords(this IServiceCollection services) =>
        services
            .AddSingleton<ISecureRandom, SecureRandom>()
            .AddSingleton<IPasswordHasher, Argon2PasswordHasher>()
            .AddSingleton<IHashingScheduler, HashingScheduler>();
}
