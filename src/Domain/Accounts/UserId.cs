namespace CleanLogin.Domain.Accounts;

/// <summary>
/// Names an account for good: the <c>sub</c> claim, and a segment of providers' URLs. It is opaque; it cannot be empty, <c>.</c> or
/// <c>..</c>, which would name another resource in a URL.
/// </summary>
public readonly record struct UserId
{
    /// <summary>Longest id accepted, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>Takes an id from the account store.</summary>
    /// <exception cref="ArgumentException">The id cannot name an account.</exception>
    public UserId(string value)
    {
        if (!IsFit(value))
        {
            throw new ArgumentException("A user id is a text of 1 to 255 characters, other than '.' and '..'.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The id.</summary>
    public string Value { get; }

    /// <summary>Takes an id from outside; null where it cannot name an account.</summary>
    public static UserId? Parse(string? text) => text is not null && IsFit(text) ? new UserId(text) : null;

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsFit(string value) =>
        !string.IsNullOrWhiteSpace(value) && value is not ("." or "..") && value.Length <= MaxLength && !value.Any(char.IsControl);
}
