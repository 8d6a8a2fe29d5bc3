using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Hosting;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Not repeated here: a URL may hold a password.
        return string.IsNullOrEmpty(options.Endpoint) || TelemetryHosting.Parse(options.Endpoint) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                "Telemetry:Endpoint must be an http or https URL without user, query and fragment, such as https://collector.example:4317.");
    }
}
