using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Infrastructure.BuiltInMfa;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mfa;

internal static class MfaRegistration
{
    /// <summary>
    /// The second step by the provider that is named; where none is named, by the hosted one if its address and key are given, as in the
    /// guide.
    /// </summary>
    public static IServiceCollection AddMfa(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MfaOptions>()
            .Bind(configuration.GetSection(MfaOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(_ => IsWord(configuration["Mfa:Provider"]), "Mfa:Provider must be BuiltIn or Authsignal.")
            .Validate(_ => IsWord(configuration["Mfa:Enrolment"]), "Mfa:Enrolment must be Required or Optional.")
            .ValidateOnStart();
        services.AddSingleton(provider => new MfaPolicy(provider.GetRequiredService<IOptions<MfaOptions>>().Value.Enrolment));
        services.AddBuiltInMfa(configuration);
        services.AddSingleton<ProviderNoticeStore>().AddSingleton<IProviderNotices>(provider => provider.GetRequiredService<ProviderNoticeStore>());
        return IsHosted(configuration)
            ? services.AddAuthsignal(configuration)
                .AddScoped<IMfaProvider>(provider => provider.GetRequiredService<AuthsignalMfaProvider>())
            : services.AddScoped<IMfaProvider>(provider => provider.GetRequiredService<BuiltInMfaProvider>());
    }

    // Binding would take a number for a name.
    private static bool IsWord(string? name) => name is null || name.All(char.IsAsciiLetter);

    // A name that is misspelt falls to the binding of the options, which reports it at start.
    private static bool IsHosted(IConfiguration configuration) =>
        configuration[MfaOptions.Section + ":Provider"] is { } name
            ? string.Equals(name, nameof(MfaProviderName.Authsignal), StringComparison.OrdinalIgnoreCase)
            : AuthsignalRegistration.IsConfigured(configuration);
}
