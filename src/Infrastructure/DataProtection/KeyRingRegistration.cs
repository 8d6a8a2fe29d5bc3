using CleanLogin.Infrastructure.Persistence;
using CleanLogin.Infrastructure.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.DataProtection;

internal static class KeyRingRegistration
{
    public static IServiceCollection AddKeyRing(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        // The framework takes the certificate while services are registered, before faults are reported: this one waits for the others.
        var loaded = KeyRingCertificate.Load(
            Read<KeyRingOptions>(configuration, KeyRingOptions.Section),
            new DataFolder(Options.Create(Read<DataOptions>(configuration, DataOptions.Section)), configuration, environment),
            TimeProvider.System);
        services.AddSettings<KeyRingOptions>(configuration, KeyRingOptions.Section);
        services.AddSingleton<IValidateOptions<KeyRingOptions>>(new KeyRingOptionsValidator(loaded.Fault));
        services.AddSingleton<KeyRingCheck>();
        var protection = services.AddDataProtection().SetApplicationName("CleanLogin").PersistKeysToDbContext<CleanLoginDbContext>();
        if (loaded.Certificate is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }
        else
        {
            // Even if nobody looked at the faults: no key is ever written in the clear.
            services.Configure<KeyManagementOptions>(_ => throw new InvalidOperationException(loaded.Fault));
        }

        return services;
    }

    private static TOptions Read<TOptions>(IConfiguration configuration, string section)
        where TOptions : class, new() =>
        SettingsShape.WellFormed(configuration.GetSection(section), typeof(TOptions)).Get<TOptions>() ?? new TOptions();
}
