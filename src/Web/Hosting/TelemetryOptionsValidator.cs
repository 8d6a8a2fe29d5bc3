using Microsoft.Extensions.Options;

namespace CleanLogin.Web.Hosting;

internal sealed class TelemetryOptionsValidator(IConfiguration configuration) : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (!string.IsNullOrEmpty(options.Endpoint) && TelemetryHosting.Parse(options.Endpoint) is null)
        {
            // Not repeated here: a URL may hold a password.
            faults.Add("Telemetry:Endpoint must be an http or https URL without user, query and fragment, such as https://collector.example:4317.");
        }

        // Binding would take a number for a name.
        if (configuration["Telemetry:Protocol"] is { } protocol && !protocol.All(char.IsAsciiLetter))
        {
            faults.Add("Telemetry:Protocol must be Grpc or HttpProtobuf.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
