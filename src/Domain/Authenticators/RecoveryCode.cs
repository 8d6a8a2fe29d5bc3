using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Domain.Authenticators;

/// <summary>
/// A saved code for the day a factor is lost: 120 random bits as 24 characters. With at least 112 bits a plain one-way hash is enough
/// (NIST SP 800-63B-4 §3.1.2.2). It prints as its type name.
/// </summary>
public sealed class RecoveryCode
{
    /// <summary>Random bytes that make a code.</summary>
    public const int EntropyBytes = 15;

    // Crockford's alphabet: no I, L, O or U, which are misread.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = EntropyBytes * 8 / 5;
    private const int GroupLength = 4;

    private readonly string _value;

    private RecoveryCode(string value) => _value = value;

    /// <summary>Makes a code of <see cref="EntropyBytes"/> bytes from a cryptographic generator.</summary>
    public static RecoveryCode From(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, EntropyBytes);
        var text = new StringBuilder(Length);
        var buffer = 0;
        var bits = 0;
        foreach (var value in random)
        {
            buffer = ((buffer << 8) | value) & 0xFFFF;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }

        return new RecoveryCode(text.ToString());
    }

    /// <summary>Parses what a person typed: letter case, blanks and hyphens do not count; o is read as 0, i and l as 1.</summary>
    public static RecoveryCode? Parse(string? text)
    {
        if (text is null or { Length: > 128 })
        {
            return null;
        }

        var cleaned = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-').Select(Read));
        return cleaned.Length == Length && cleaned.All(Alphabet.Contains) ? new RecoveryCode(cleaned) : null;
    }

    /// <summary>The code in groups of four, to be shown once.</summary>
    public string RevealOnce() => string.Join('-', _value.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What is stored.</summary>
    public byte[] ToDigest() => SHA256.HashData(Encoding.ASCII.GetBytes(_value));

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(RecoveryCode);

    private static char Read(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };
}
