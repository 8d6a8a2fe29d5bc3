using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanLogin.Infrastructure.Protocol;

namespace CleanLogin.Infrastructure.OpenIddict;

/// <summary>
/// Digests of the secrets of clients, under a key that lies beneath the key ring: whoever has the database alone can try nothing, not even
/// the weakest secret, and the server needs no slow hash for each request of a service, docs/adr/0020.
/// </summary>
internal sealed class ClientSecrets(ServerKeys keys)
{
    private const string Scheme = "hmac-sha256.";

    private readonly Lazy<byte[]> _key = new(keys.ReadClientSecretKey);

    /// <summary>Whether a stored digest is one of these.</summary>
    public static bool IsDigest(string stored) => stored.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>The digest to store.</summary>
    public string Digest(string secret) => Scheme + Base64Url.EncodeToString(Compute(secret));

    /// <summary>Whether it is the secret of that digest; compared in fixed time.</summary>
    public bool Verify(string secret, string stored) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(secret)), Encoding.ASCII.GetBytes(stored));

    private byte[] Compute(string secret) => HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(secret));
}
