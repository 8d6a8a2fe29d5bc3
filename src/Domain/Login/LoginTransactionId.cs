namespace CleanLogin.Domain.Login;

/// <summary>
/// Names one login transaction. Random (128 bit), but not a secret: it travels in URLs. What proves that a browser owns the
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

    /// <inheritdoc />
    public override string ToString() => Value.ToString("N");
}
