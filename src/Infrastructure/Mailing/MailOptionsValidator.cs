using System.Net;
using CleanLogin.Domain.Accounts;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Mailing;

internal sealed class MailOptionsValidator(MailFolder folder) : IValidateOptions<MailOptions>
{
    private const int HighestPort = 65535;

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(MailOptions options)
    {
        if (options.Host is { } host && Uri.CheckHostName(host) is UriHostNameType.Unknown)
        {
            yield return $"Mail:Host must be the name or address of a mail server without scheme and port, not '{host}'.";
        }

        if (options.Port is < 1 or > HighestPort)
        {
            yield return $"Mail:Port must be 1 to {HighestPort}, not {options.Port}.";
        }

        // Whoever reads along would get links that reset passwords.
        if (options is { Host: { } far, Security: MailSecurity.None } && !IsHere(far))
        {
            yield return "Mail:Security must be StartTls or Tls, but for a mail server on this machine.";
        }

        if (options.User is { } user && string.IsNullOrWhiteSpace(user))
        {
            yield return "Mail:User must not be empty.";
        }

        if (options.Password is { Length: 0 })
        {
            yield return "Mail:Password must not be empty.";
        }

        if (options.Host is null && options.User is not null)
        {
            yield return "Mail:User must be left out where Mail:Host is.";
        }

        if ((options.User is null) != (options.Password is null))
        {
            yield return "Mail:Password must be given where Mail:User is, and nowhere else.";
        }

        if (options.From is { } from ? EmailAddress.Parse(from) is null : options.Host is not null)
        {
            yield return "Mail:From must be the address that mails come from, without a name, such as login@example.com.";
        }

        if (options is { Host: not null, PickupFolder: not null })
        {
            yield return "Mail:PickupFolder must be left out where Mail:Host is given.";
        }
        else if (folder.TryEnsure(options) is { } fault)
        {
            yield return fault;
        }
    }

    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
