using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Infrastructure.Authsignal.Webhooks;

/// <summary>
/// <c>X-Signature-V2: t=seconds,v2=signature[,v2=…]</c>: HMAC-SHA256 under the API key over the time, a point and the body as it came;
/// base64 without padding. There are several while a key is being changed.
/// </summary>
internal sealed class WebhookSignature
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Signature-V2";

    // A captured message is worthless after that; so is one that was made for later.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    // Two keys at the most are active at once.
    private const int MostSignatures = 4;
    private const int LongestHeader = 1024;

    private readonly string _time;
    private readonly IReadOnlyList<string> _signatures;

    private WebhookSignature(string time, IReadOnlyList<string> signatures) => (_time, _signatures) = (time, signatures);

    /// <summary>A header that could be a signature made a short while ago, before any body is read; null for every other.</summary>
    public static WebhookSignature? Read(string? header, DateTimeOffset now) =>
        header is { Length: <= LongestHeader } && Parse(header) is { } read && IsFresh(read.Time, now)
            ? new WebhookSignature(read.Time, read.Signatures)
            : null;

    /// <summary>Whether the body was signed with this key.</summary>
    public bool IsOf(ReadOnlySpan<byte> body, string secret)
    {
        var expected = Encoding.ASCII.GetBytes(Sign(_time, body, secret));
        var found = false;
        foreach (var signature in _signatures)
        {
            // All are compared, so that the time tells nothing about which one it was.
            found |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected);
        }

        return found;
    }

    private static (string Time, List<string> Signatures)? Parse(string header)
    {
        string? time = null;
        var signatures = new List<string>();
        foreach (var part in header.Split(','))
        {
            var pair = part.Trim().Split('=', 2);
            switch (pair[0])
            {
                case "t" when pair.Length == 2 && time is null:
                    time = pair[1];
                    break;
                case "t":
                    // Two times, or one without a value: nobody knows which one was signed.
                    return null;
                case "v2" when pair.Length == 2:
                    signatures.Add(pair[1]);
                    break;
                default:
                    // Another scheme. It proves nothing.
                    break;
            }
        }

        return time is not null && signatures.Count is > 0 and <= MostSignatures ? (time, signatures) : null;
    }

    private static bool IsFresh(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;

    private static string Sign(string time, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(time + "."));
        hmac.AppendData(body);
        return Convert.ToBase64String(hmac.GetHashAndReset()).TrimEnd('=');
    }
}
