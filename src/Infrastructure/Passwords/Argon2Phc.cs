using System.Globalization;
using System.Text.RegularExpressions;

namespace CleanLogin.Infrastructure.Passwords;

/// <summary>An Argon2id hash in the PHC string format: scheme, cost and salt travel with it, so that cost can be raised at any time.</summary>
internal sealed partial class Argon2Phc(Argon2Cost cost, byte[] salt, byte[] hash)
{
    public Argon2Cost Cost => cost;

    public byte[] Salt => salt;

    public byte[] Hash => hash;

    /// <summary>Reads a hash; null where it is not one that this server could have made.</summary>
    public static Argon2Phc? Parse(string text)
    {
        var match = Format().Match(text);
        if (!match.Success
            || Decode(match.Groups["salt"].Value) is not { Length: 16 } salt
            || Decode(match.Groups["hash"].Value) is not { Length: >= 16 and <= 64 } hash)
        {
            return null;
        }

        var cost = new Argon2Cost(Number(match, "m"), Number(match, "t"));
        return cost.IsSane ? new Argon2Phc(cost, salt, hash) : null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"$argon2id$v=19$m={cost.MemoryKib},t={cost.Passes},p=1${Encode(salt)}${Encode(hash)}");

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Encode(byte[] value) => Convert.ToBase64String(value).TrimEnd('=');

    private static byte[]? Decode(string text)
    {
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var buffer = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, buffer, out var written) ? buffer[..written] : null;
    }

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=(?<m>[0-9]{1,9}),t=(?<t>[0-9]{1,4}),p=1\$(?<salt>[A-Za-z0-9+/]+)\$(?<hash>[A-Za-z0-9+/]+)$")]
    private static partial Regex Format();
}
