using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>The signature of an event: <c>t=&lt;unix seconds&gt;,v2=&lt;mac&gt;</c>, one mac for each active API key.</summary>
public static class WebhookSignature
{
    public const string Header = "X-Signature-V2";

    /// <param name="body">The bytes as they are sent.</param>
    /// <param name="at">When the event is sent; the receiver allows five minutes.</param>
    /// <param name="secrets">API keys. While a key is being replaced there are two.</param>
    public static string Of(string body, DateTimeOffset at, IEnumerable<string> secrets)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{seconds}.{body}");
        return $"t={seconds}{string.Concat(secrets.Select(secret => $",v2={Mac(secret, signed)}"))}";
    }

    private static string Mac(string secret, byte[] signed) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)).TrimEnd('=');
}
