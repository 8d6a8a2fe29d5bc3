namespace CleanLogin.Domain.Accounts;

/// <summary>
/// An address that mail can be sent to: one mailbox, without a name, a comment or a second address beside it. Whether it is anybody's, only
/// a mail can tell. It prints masked.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>Longest address accepted, in characters (RFC 5321 §4.5.3.1.3, without its angle brackets).</summary>
    public const int MaxLength = 254;

    private const int LongestLocalPart = 64;

    // What would make two addresses, a name or a comment out of one (RFC 5322 §3.2.3). Mailboxes that need them quoted are not accepted.
    private const string Special = "()<>[]:;@\\,\"";

    private EmailAddress(string value) => Value = value;

    /// <summary>The address, trimmed, in normalisation form C.</summary>
    public string Value { get; }

    /// <summary>Parses; null where the text is not one address.</summary>
    public static EmailAddress? Parse(string? text) =>
        text?.Trim() is { Length: > 0 and <= MaxLength } trimmed && NormalText.Of(trimmed) is { Length: <= MaxLength } normal && IsAddress(normal)
            ? new EmailAddress(normal)
            : null;

    /// <summary>Masked, for logs and for pages that others may look at.</summary>
    public override string ToString() => $"{Value[0]}…{Value[Value.IndexOf('@', StringComparison.Ordinal)..]}";

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocalPart && IsPart(text[..at]) && IsPart(text[(at + 1)..]);
    }

    private static bool IsPart(string text) =>
        text.Length > 0
        && text[0] is not ('.' or '-')
        && text[^1] is not '.'
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || Special.Contains(letter, StringComparison.Ordinal));
}
