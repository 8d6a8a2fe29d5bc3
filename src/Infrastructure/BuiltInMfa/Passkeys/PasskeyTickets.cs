using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>
/// What a page was given to ask with comes back in a ticket: encrypted and authenticated, so that no visitor costs a row. It opens for the
/// purpose alone that it was made for, and for a while.
/// </summary>
internal sealed class PasskeyTickets(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>
    /// How long an answer may take. A login page may stand open for long, and the list in its field has the challenge that the page came with.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const string Root = "CleanLogin.PasskeyTicket";
    private const char Separator = ' ';

    /// <summary>Closes the state of a ceremony in.</summary>
    public string Close(string state, PasskeyPurpose purpose)
    {
        var runsOut = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return For(purpose).Protect(runsOut + Separator + state);
    }

    /// <summary>The state of a ceremony; null where the ticket is not one for this, or too old.</summary>
    public string? Open(string ticket, PasskeyPurpose purpose)
    {
        try
        {
            return For(purpose).Unprotect(ticket).Split(Separator, 2) is [var runsOut, var state]
                && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(runsOut, CultureInfo.InvariantCulture)
                    ? state
                    : null;
        }
        catch (CryptographicException)
        {
            // Not made by us for this, or under keys that are gone.
            return null;
        }
    }

    private IDataProtector For(PasskeyPurpose purpose) => protection.CreateProtector(Root, purpose.Kind, purpose.Of);
}
