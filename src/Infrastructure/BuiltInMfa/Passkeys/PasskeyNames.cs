using System.Security.Cryptography;
using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

internal static class PasskeyNames
{
    private const int Size = 16;

    /// <summary>The name of the passkey that has this credential id.</summary>
    public static AuthenticatorId Of(byte[] credentialId) =>
        AuthenticatorId.Of(new Guid(SHA256.HashData(credentialId).AsSpan(0, Size)));
}
