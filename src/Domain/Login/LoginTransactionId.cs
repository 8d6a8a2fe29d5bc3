using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Domain.Login;

/// <summary>
/// Names one login transaction. Random (128 bit) where a login takes several requests, but not a secret: it travels in URLs. What proves that a browser owns the
/// transaction is the <see cref="BrowserSecret"/>.
/// </summary>
public readonly record struct LoginTransactionId(Guid Value)
{
    /// <summary>Reads the form that <see cref="ToString"/> writes: 32 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out LoginTransactionId id)
    {
        var parsed = Guid.TryParseExact(text, "N", out var value);
        id = new LoginTransactionId(value);
        return parsed;
    }

    /// <summary>
    /// The login that one use of a passkey gives: the same use names the same login, so that whoever comes with it a second time finds
    /// that login ended.
    /// </summary>
    public static LoginTransactionId OfUse(string action, string reference) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{action}\n{reference}")).AsSpan(0, 16)));

    /// <inheritdoc />
    public override string ToString() => Value.ToString("N");
}
