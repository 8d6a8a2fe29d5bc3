using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using Microsoft.AspNetCore.DataProtection;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>Encrypts shared secrets. Each is bound to its person: a row copied to somebody else does not open.</summary>
internal sealed class SecretProtector(IDataProtectionProvider protection)
{
    private const string Purpose = "CleanLogin.TotpSecret";

    public byte[] Protect(TotpSecret secret, UserId user) => For(user).Protect(secret.Reveal().ToArray());

    public TotpSecret Unprotect(byte[] secret, UserId user) => TotpSecret.From(For(user).Unprotect(secret));

    private IDataProtector For(UserId user) => protection.CreateProtector(Purpose, user.Value);
}
