using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
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
        // The framework takes the certificate while services are registered, so options are read here and not by the container.
        var section = configuration.GetSection(KeyRingOptions.Section);
        var options = section.Get<KeyRingOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new KeyRingOptions();
        var data = configuration.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions();
        var folder = new DataFolder(Options.Create(data), configuration, environment);

        services.AddSingleton<KeyRingCheck>();
        services.AddDataProtection()
            .SetApplicationName("CleanLogin")
            .PersistKeysToDbContext<CleanLoginDbContext>()
            .ProtectKeysWithCertificate(KeyRingCertificate.Load(options, folder, TimeProvider.System));
        return services;
    }
}
