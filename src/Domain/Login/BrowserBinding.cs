using System.Security.Cryptography;

namespace CleanLogin.Domain.Login;

/// <summary>The digest by which a transaction recognises its browser. SHA-256 is enough: the secret has 256 bit of entropy.</summary>
public sealed class BrowserBinding
{
    private readonly byte[] _digest;

    private BrowserBinding(byte[] digest) => _digest = digest;

    /// <summary>The digest, for storage.</summary>
    public ReadOnlyMemory<byte> Digest => _digest;

    /// <summary>Binds to the browser that holds this secret.</summary>
    public static BrowserBinding To(BrowserSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return new BrowserBinding(SHA256.HashData(secret.Bytes));
    }

    /// <summary>A binding read back from storage.</summary>
    public static BrowserBinding FromDigest(ReadOnlySpan<byte> digest) => new(digest.ToArray());

    /// <summary>Compares in fixed time.</summary>
    public bool Matches(BrowserSecret? secret) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret.Bytes), _digest);
}
