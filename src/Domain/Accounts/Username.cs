namespace CleanLogin.Domain.Accounts;

/// <summary>What a person types to name their account. White space around it does not count; letter case is the store's business.</summary>
public sealed record Username
{
    /// <summary>Longest name accepted, in characters.</summary>
    public const int MaxLength = 256;

    private Username(string value) => Value = value;

    /// <summary>The name, trimmed, in normalisation form C.</summary>
    public string Value { get; }

    /// <summary>Parses; null where the text is empty, too long, holds control characters or is not valid Unicode.</summary>
    public static Username? Parse(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is { Length: > 0 and <= MaxLength } && !trimmed.Any(char.IsControl)
            // Some characters become two.
            && NormalText.Of(trimmed) is { Length: <= MaxLength } normal
                ? new Username(normal)
                : null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
