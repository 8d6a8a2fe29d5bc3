using CleanLogin.Infrastructure.Accounts;
using CleanLogin.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>
/// Reads accounts and passkeys for whoever verifies signatures. Counters are kept from it: they are compared afterwards, when the signature is
/// known to be right and the row is held, so that a forged answer accuses nobody's key and of two uses at once one counts.
/// </summary>
internal sealed class PasskeyReader(CleanLoginDbContext context)
    : UserOnlyStore<AccountRecord, CleanLoginDbContext, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>,
        PasskeyRecord>(context)
{
    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(AccountRecord user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await base.FindPasskeyAsync(user, credentialId, cancellationToken) is not { } passkey)
        {
            return null;
        }

        passkey.SignCount = 0;
        return passkey;
    }
}
