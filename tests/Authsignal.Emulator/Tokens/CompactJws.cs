using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Authsignal.Emulator.Tokens;

/// <summary>
/// HS256 in compact form (RFC 7515). Written out because token libraries refuse keys under 128 bits,
/// and the secret of a test tenant may be as short as <c>sk_test</c>.
/// </summary>
internal static class CompactJws
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public static string Sign(ReadOnlySpan<byte> payload, string secret)
    {
        var signed = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Signature(signed, secret)}";
    }

    /// <returns>The payload, or null if the text is not a token of this key and algorithm.</returns>
    public static byte[]? Verify(string token, string secret)
    {
        if (token.Split('.') is not [var header, var payload, var signature]
            || header != Header
            || !FixedTime.Equal(signature, Signature($"{header}.{payload}", secret)))
        {
            return null;
        }

        return Base64Url.DecodeFromChars(payload);
    }

    private static string Signature(string signed, string secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
}
