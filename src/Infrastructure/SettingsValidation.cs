using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure;

/// <summary>Checks the settings before anything is done with them.</summary>
public static class SettingsValidation
{
    /// <summary>
    /// Checks all settings that are registered to be checked at start. The host would do so too, but only after it has built what it hosts,
    /// and the first service that reads a faulty setting would hide the others.
    /// </summary>
    /// <exception cref="OptionsValidationException">There are faults; it has all of them, each with its key.</exception>
    public static void ValidateSettings(this IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException several) when (several.InnerExceptions.All(fault => fault is OptionsValidationException))
        {
            throw new OptionsValidationException(
                Options.DefaultName,
                typeof(SettingsValidation),
                several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(fault => fault.Failures).Distinct(StringComparer.Ordinal));
        }
    }
}
