using System.Security.Cryptography;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.DataProtection;

/// <summary>
/// Refuses to start on a database whose secrets this key ring cannot open. Otherwise every signing key and authenticator would silently
/// be unreadable, and people would be locked out one by one.
/// </summary>
internal sealed class KeyRingCheck(IDataProtectionProvider protection)
{
    private const string Text = "The key ring opens this.";

    private readonly IDataProtector _protector = protection.CreateProtector("CleanLogin.KeyRing.Canary");

    /// <summary>Checks the canary, or leaves one in a new database.</summary>
    /// <exception cref="InvalidOperationException">The key ring is not the one of this database.</exception>
    public async Task RunAsync(CleanLoginDbContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await context.Set<Canary>().AsNoTracking().SingleOrDefaultAsync(ct) is { } canary)
        {
            Open(canary);
            return;
        }

        context.Add(new Canary { Payload = _protector.Protect(Text) });
        await context.SaveChangesAsync(ct);
    }

    private void Open(Canary canary)
    {
        try
        {
            _ = _protector.Unprotect(canary.Payload);
        }
        catch (CryptographicException closed)
        {
            throw new InvalidOperationException(
                "DataProtection: the key ring cannot open the secrets in this database. Restore the certificate with which the database was "
                + "made (DataProtection:CertificatePath, or key-ring.pfx in the data folder).",
                closed);
        }
    }
}
