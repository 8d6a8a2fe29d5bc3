using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mfa;

internal sealed class MfaOptionsValidator(bool isHosted) : IValidateOptions<MfaOptions>
{
    private static readonly string Names = string.Join(", ", AllowedMethods.All.Names);

    public ValidateOptionsResult Validate(string? name, MfaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(MfaOptions options)
    {
        foreach (var method in options.AllowedMethods.Where(method => AllowedMethods.Parse([method]) is null))
        {
            yield return $"Mfa:AllowedMethods must hold names of methods, not '{method}'. There are: {Names}.";
        }

        // The built-in provider asks for nothing else: nobody could log in.
        var builtInAsks = !isHosted || options.WhenUnavailable is OutageRule.BuiltIn;
        if (builtInAsks && AllowedMethods.Parse(options.AllowedMethods) is { } allowed && !allowed.Contains(AuthenticationMethod.OneTimePassword))
        {
            yield return "Mfa:AllowedMethods must hold otp, the method of the built-in provider, where Mfa:Provider or Mfa:WhenUnavailable is BuiltIn.";
        }
    }
}
