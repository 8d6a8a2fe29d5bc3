using CleanLogin.Domain.Accounts;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Throttling;

internal sealed class ThrottlingOptionsValidator : IValidateOptions<ThrottlingOptions>
{
    public ValidateOptionsResult Validate(string? name, ThrottlingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.FailuresPerAddressBlock is >= 0 and <= AddressLimit.Most
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Throttling:FailuresPerAddressBlock must be 0, which is no limit, to {AddressLimit.Most}, not {options.FailuresPerAddressBlock}.");
    }
}
