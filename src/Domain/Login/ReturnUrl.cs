namespace CleanLogin.Domain.Login;

/// <summary>
/// Where the browser goes after a login: a path of this server, with its query. It cannot hold another host, so following it is
/// never an open redirect (RFC 9700 §4.11). Browsers read <c>//host</c> and <c>/\host</c> as another host; both are refused.
/// </summary>
public sealed record ReturnUrl
{
    /// <summary>Longest URL accepted, in characters.</summary>
    public const int MaxLength = 8192;

    private ReturnUrl(string value) => Value = value;

    /// <summary>The start page.</summary>
    public static ReturnUrl Home { get; } = new("/");

    /// <summary>Path and query.</summary>
    public string Value { get; }

    /// <summary>Parses a local path; null where it is anything else.</summary>
    public static ReturnUrl? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text[0] == '/'
        && (text.Length == 1 || text[1] is not '/' and not '\\')
        && text.All(IsUrlCharacter)
            ? new ReturnUrl(text)
            : null;

    /// <inheritdoc />
    public override string ToString() => Value;

    // A URL is ASCII without blanks (RFC 3986 §2); anything else could not be sent in a Location header.
    private static bool IsUrlCharacter(char c) => c is > ' ' and <= '~';
}
