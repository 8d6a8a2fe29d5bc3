namespace CleanLogin.Application.Ports;

/// <summary>Names a session to its owner and to applications (<c>sid</c>). It cannot be turned into what the browser holds.</summary>
public sealed record SessionReference
{
    private const int MaxLength = 64;

    private SessionReference(string value) => Value = value;

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>Reads one; null where it is none that a server could have given.</summary>
    public static SessionReference? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? new SessionReference(text)
            : null;

    /// <inheritdoc />
    public override string ToString() => Value;
}
