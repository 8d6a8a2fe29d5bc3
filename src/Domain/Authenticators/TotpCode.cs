namespace CleanLogin.Domain.Authenticators;

/// <summary>Six digits from an authenticator app. Blanks and hyphens between them do not count. It prints as its type name.</summary>
public sealed class TotpCode
{
    /// <summary>Digits in a code.</summary>
    public const int Digits = 6;

    private readonly string _value;

    private TotpCode(string value) => _value = value;

    /// <summary>Parses; null where the text is not six digits.</summary>
    public static TotpCode? Parse(string? text)
    {
        if (text is null or { Length: > 32 })
        {
            return null;
        }

        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? new TotpCode(digits) : null;
    }

    /// <summary>The value, for comparison alone.</summary>
    public string Reveal() => _value;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(TotpCode);
}
