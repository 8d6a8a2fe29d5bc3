namespace CleanLogin.Application.Pipeline;

/// <summary>
/// A form's field for a secret, as far as it could be read. It says whether anything was typed, so that an empty field gets another
/// answer than a malformed one, and does not hold the text. It prints as its type name.
/// </summary>
/// <typeparam name="T">The secret; it must not print itself either.</typeparam>
public sealed class SecretField<T>
    where T : class
{
    /// <summary>Reads the field.</summary>
    /// <param name="text">As typed; null where the form had no such field.</param>
    /// <param name="parse">Gives the secret, or null where the text is none.</param>
    public SecretField(string? text, Func<string?, T?> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        IsEmpty = string.IsNullOrEmpty(text);
        Value = parse(text);
    }

    /// <summary>The secret; null where the text is none. Never null in a handler: the validator has refused the command before.</summary>
    public T? Value { get; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty { get; }

    /// <summary>Redacted.</summary>
    public override string ToString() => $"SecretField<{typeof(T).Name}>";
}
