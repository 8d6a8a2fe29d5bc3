namespace CleanLogin.Domain.Accounts;

/// <summary>
/// A password as typed. Verified whole, never cut, in normalisation form C (NIST SP 800-63B-4 §3.1.1.2). It prints as its type name.
/// </summary>
public sealed class PlainPassword
{
    /// <summary>Longest password accepted, in UTF-16 units.</summary>
    public const int MaxLength = 1024;

    private readonly string _value;

    private PlainPassword(string value) => _value = value;

    /// <summary>Parses; null where the text is empty, too long or not valid Unicode.</summary>
    public static PlainPassword? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } && NormalText.Of(text) is { } normal ? new PlainPassword(normal) : null;

    /// <summary>Whether the same was typed.</summary>
    public bool IsSameAs(PlainPassword other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return string.Equals(_value, other._value, StringComparison.Ordinal);
    }

    /// <summary>The value, for a hasher alone.</summary>
    public string RevealForHashing() => _value;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(PlainPassword);
}
