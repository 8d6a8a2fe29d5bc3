using System.Security.Cryptography;

namespace CleanLogin.Domain.Authenticators;

/// <summary>The digests of a person's unused recovery codes. A redeemed code is removed; a new set replaces the old one whole.</summary>
public sealed class RecoveryCodeSet
{
    /// <summary>Codes in a new set.</summary>
    public const int Size = 10;

    private readonly byte[][] _digests;

    private RecoveryCodeSet(byte[][] digests) => _digests = digests;

    /// <summary>The digests, for storage.</summary>
    public IReadOnlyList<byte[]> Digests => _digests;

    /// <summary>Codes left.</summary>
    public int Count => _digests.Length;

    /// <summary>The set of these codes.</summary>
    public static RecoveryCodeSet Of(IEnumerable<RecoveryCode> codes) => new([.. codes.Select(code => code.ToDigest())]);

    /// <summary>A set read back from storage.</summary>
    public static RecoveryCodeSet FromDigests(IEnumerable<byte[]> digests) => new([.. digests]);

    /// <summary>The digest that this code matches, or null. All are compared, so that the time tells nothing about the place.</summary>
    public byte[]? Find(RecoveryCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var digest = code.ToDigest();
        byte[]? found = null;
        foreach (var candidate in _digests)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate, digest))
            {
                found = candidate;
            }
        }

        return found;
    }
}
