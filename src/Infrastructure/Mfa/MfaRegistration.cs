using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Infrastructure.BuiltInMfa.Passkeys;
using CleanLogin.Infrastructure.Pruning;
using CleanLogin.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mfa;

internal static class MfaRegistration
{
    private const string WhenUnavailable = MfaOptions.Section + ":WhenUnavailable";

    /// <summary>
    /// The second step by the provider that is named; where none is named, by the hosted one if its address and key are given, as in the
    /// guide.
    /// </summary>
    public static IServiceCollection AddMfa(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MfaOptions>(configuration, MfaOptions.Section);
        var isHosted = IsHosted(configuration);
        services.AddSingleton<IValidateOptions<MfaOptions>>(new MfaOptionsValidator(isHosted));
        services.AddSingleton(provider => AllowedIn(provider.GetRequiredService<IOptions<MfaOptions>>().Value));
        services.AddSingleton(provider => new MfaPolicy(
            provider.GetRequiredService<IOptions<MfaOptions>>().Value.Enrolment, provider.GetRequiredService<AllowedMethods>()));
        services.AddBuiltInMfa();
        services.AddSingleton<IProviderNotices, ProviderNoticeStore>().AddSingleton<IPrunable, ProviderNoticePruning>();
        services.AddAuthsignalSettings(configuration);
        return isHosted
            ? services.AddHosted(configuration)
            : services
                .AddScoped<IMfaProvider>(provider => provider.GetRequiredService<BuiltInMfaProvider>())
                .AddScoped<IAuthenticatorDirectory>(provider => provider.GetRequiredService<BuiltInAuthenticatorDirectory>())
                .AddScoped<IPasskeyProvider>(provider => provider.GetRequiredService<BuiltInPasskeyProvider>())
                .AddScoped<IConfigurationCheck, BuiltInMfaCheck>();
    }

    private static IServiceCollection AddHosted(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthsignal()
            .AddScoped<IMfaProvider>(provider => provider.GetRequiredService<AuthsignalMfaProvider>())
            .AddScoped<IAuthenticatorDirectory>(provider => provider.GetRequiredService<AuthsignalAuthenticatorDirectory>())
            .AddScoped<IPasskeyProvider>(provider => provider.GetRequiredService<AuthsignalPasskeyProvider>())
            .AddTransient<IOutageProbe>(provider => provider.GetRequiredService<AuthsignalProbe>());
        return IsNamed(configuration[WhenUnavailable], nameof(OutageRule.BuiltIn))
            ? services.Decorate<IMfaProvider, StandInMfaProvider>()
            : services;
    }

    private static AllowedMethods AllowedIn(MfaOptions options) =>
        AllowedMethods.Parse(options.AllowedMethods) ?? throw new InvalidOperationException("The validator lets no such method through.");

    private static bool IsNamed(string? value, string name) => string.Equals(value, name, StringComparison.OrdinalIgnoreCase);

    // A name that is misspelt is reported at start.
    private static bool IsHosted(IConfiguration configuration) =>
        configuration[MfaOptions.Section + ":Provider"] is { } name
            ? IsNamed(name, nameof(MfaProviderName.Authsignal))
            : AuthsignalRegistration.IsConfigured(configuration);
}
