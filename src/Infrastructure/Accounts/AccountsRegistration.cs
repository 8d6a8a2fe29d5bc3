using CleanLogin.Application.Ports;
using CleanLogin.Infrastructure.Pruning;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Accounts;

internal static class AccountsRegistration
{
    /// <summary>Accounts in the schema of ASP.NET Core Identity.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>()
        .AddSingleton<AccountQueries>()
        .AddSingleton<IAccounts, AccountStore>()
        .AddSingleton<IAccountAlarms, AccountAlarmStore>()
        .AddSingleton<IPasswordResets, PasswordResetStore>()
        .AddScoped<IPasswordChanges, PasswordChangeStore>()
        .AddSingleton<IPrunable, PasswordResetPruning>();
}
