using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Sessions;

internal sealed class SessionOptionsValidator : IValidateOptions<SessionOptions>
{
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (options.AbsoluteLifetime <= TimeSpan.Zero || options.AbsoluteLifetime > LongestLifetime)
        {
            faults.Add($"Sessions:AbsoluteLifetime must be more than zero and at most 30 days, not {options.AbsoluteLifetime}.");
        }

        if (options.IdleTimeout <= TimeSpan.Zero || options.IdleTimeout > options.AbsoluteLifetime)
        {
            faults.Add($"Sessions:IdleTimeout must be more than zero and at most Sessions:AbsoluteLifetime, not {options.IdleTimeout}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
