using System.Buffers.Text;

namespace CleanLogin.Domain.Login;

/// <summary>
/// 256 random bits that live only in the cookie of the browser that began a login. The server keeps a digest
/// (<see cref="BrowserBinding"/>).
/// </summary>
public sealed class BrowserSecret
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _value;

    private BrowserSecret(byte[] value) => _value = value;

    /// <summary>Takes <see cref="Size"/> bytes from a cryptographic generator.</summary>
    public static BrowserSecret From(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, Size);
        return new BrowserSecret(random.ToArray());
    }

    /// <summary>Reads the cookie's value; null where it is missing or malformed.</summary>
    public static BrowserSecret? Parse(string? cookieValue)
    {
        var buffer = new byte[Size];
        return cookieValue is { Length: 43 }
            && Base64Url.IsValid(cookieValue)
            && Base64Url.TryDecodeFromChars(cookieValue, buffer, out var written)
            && written == Size
                ? new BrowserSecret(buffer)
                : null;
    }

    /// <summary>The cookie's value. To be written nowhere else.</summary>
    public string RevealForCookie() => Base64Url.EncodeToString(_value);

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(BrowserSecret);

    internal ReadOnlySpan<byte> Bytes => _value;
}
