using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Settings;

/// <summary>Reports what does not fit the section's type, beside whatever the section's own rules report.</summary>
internal sealed class ShapeValidator<TOptions>(IConfigurationSection section, Type shape) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = SettingsShape.Faults(section, shape);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => fault.Message));
    }
}
