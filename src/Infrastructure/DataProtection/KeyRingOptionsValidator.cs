using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.DataProtection;

internal sealed class KeyRingOptionsValidator(string? fault) : IValidateOptions<KeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyRingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(KeyRingOptions options)
    {
        if (fault is not null)
        {
            yield return fault;
        }

        if (options.CertificatePath is null && options.CertificatePassword is not null)
        {
            yield return "DataProtection:CertificatePassword must be left out where DataProtection:CertificatePath is: the server's own file has none.";
        }
    }
}
