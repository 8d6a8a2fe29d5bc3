using CleanLogin.Domain.Accounts;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Throttling;

internal sealed class ThrottlingOptionsValidator : IValidateOptions<ThrottlingOptions>
{
    public ValidateOptionsResult Validate(string? name, ThrottlingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] faults =
        [
            .. FaultsOf(nameof(options.FailuresPerAddressBlock), options.FailuresPerAddressBlock),
            .. FaultsOf(nameof(options.MailsPerAddressBlock), options.MailsPerAddressBlock),
        ];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(string key, int value)
    {
        if (value is < 0 or > AddressLimit.Most)
        {
            yield return $"{ThrottlingOptions.Section}:{key} must be 0, which is no limit, to {AddressLimit.Most}, not {value}.";
        }
    }
}
