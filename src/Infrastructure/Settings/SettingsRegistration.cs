using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Settings;

/// <summary>Registers what is read from the configuration. Whatever is not registered is not known, and stops the host.</summary>
public static class SettingsRegistration
{
    /// <summary>
    /// Options that are bound to a section of the same shape and checked at start: a key that the type does not have, a value that cannot
    /// be read, and what the type's <see cref="IValidateOptions{TOptions}"/> says, all of it at once.
    /// </summary>
    /// <remarks>A server that is built on this one registers its own sections by it.</remarks>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class =>
        services.AddSettings<TOptions, TOptions>(configuration, section, options => options);

    /// <summary>The same for options that keep the section in a part of themselves.</summary>
    internal static OptionsBuilder<TOptions> AddSettings<TOptions, TShape>(
        this IServiceCollection services, IConfiguration configuration, string section, Func<TOptions, TShape> part)
        where TOptions : class
        where TShape : class
    {
        var settings = configuration.GetSection(section);
        services.AddSingleton(new SettingsSection(section, typeof(TShape)));
        services.AddSingleton<IValidateOptions<TOptions>>(new ShapeValidator<TOptions>(settings, typeof(TShape)));
        return services.AddOptions<TOptions>()
            .Configure(options => SettingsShape.WellFormed(settings, typeof(TShape)).Bind(part(options)))
            .ValidateOnStart();
    }

    /// <summary>What the server is called and where it is reached, and the names at the root of the configuration.</summary>
    internal static IServiceCollection AddServerSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ServerOptions>(configuration, ServerOptions.Section);
        services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptionsValidator>();
        services.AddOptions<RootNames>().ValidateOnStart();
        return services.AddSingleton<IValidateOptions<RootNames>>(provider => new RootNamesValidator(
            configuration, [.. provider.GetServices<SettingsSection>()], [.. provider.GetServices<RootKey>()]));
    }
}
