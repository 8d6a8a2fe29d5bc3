namespace CleanLogin.Domain.Authenticators;

/// <summary>Names one authenticator of one account, in the words of whoever keeps it. No secret; not to be read as anything else.</summary>
public sealed record AuthenticatorId
{
    /// <summary>Longest name accepted, in characters.</summary>
    public const int MaxLength = 128;

    private AuthenticatorId(string value) => Value = value;

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>The name of an authenticator that this server keeps.</summary>
    public static AuthenticatorId Of(Guid value) => new(value.ToString("N"));

    /// <summary>Takes a provider's name; null where it is missing, too long or not printable ASCII.</summary>
    public static AuthenticatorId? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(letter => letter is > ' ' and <= '~') ? new AuthenticatorId(text) : null;

    /// <inheritdoc />
    public override string ToString() => Value;
}
