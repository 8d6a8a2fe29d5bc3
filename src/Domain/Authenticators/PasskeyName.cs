namespace CleanLogin.Domain.Authenticators;

/// <summary>What a person calls a passkey. Nothing is decided by it.</summary>
public sealed record PasskeyName
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxLength = 64;

    private PasskeyName(string value) => Value = value;

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>Takes a name as typed; null where nothing that can be read is left, or it is too long.</summary>
    public static PasskeyName? Parse(string? text)
    {
        var name = text?.Trim() ?? string.Empty;
        return name.Length is > 0 and <= MaxLength && !name.Any(char.IsControl) ? new PasskeyName(name) : null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
