using System.Buffers.Text;
using System.Security.Cryptography;

namespace CleanLogin.Domain.Accounts;

/// <summary>256 random bits that a mail takes to whoever may choose a new password. The server keeps a digest. It prints as its type name.</summary>
public sealed class ResetToken
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    /// <summary>How long it is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly byte[] _value;

    private ResetToken(byte[] value) => _value = value;

    /// <summary>What is stored of it: so many bits need no slow hash.</summary>
    public string ToDigest() => Base64Url.EncodeToString(SHA256.HashData(_value));

    /// <summary>Takes <see cref="Size"/> bytes from a cryptographic generator.</summary>
    public static ResetToken From(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, Size);
        return new ResetToken(random.ToArray());
    }

    /// <summary>Reads it from an address; null where it is missing or malformed.</summary>
    public static ResetToken? Parse(string? text)
    {
        var buffer = new byte[Size];
        return text is { Length: 43 } && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, buffer, out var written) && written == Size
            ? new ResetToken(buffer)
            : null;
    }

    /// <summary>As it stands in the mail. To be written nowhere else.</summary>
    public string RevealForMail() => Base64Url.EncodeToString(_value);

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(ResetToken);
}
