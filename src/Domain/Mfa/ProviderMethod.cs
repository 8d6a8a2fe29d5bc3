namespace CleanLogin.Domain.Mfa;

/// <summary>What an MFA provider calls a kind of authenticator. For people to read; nothing is decided by it.</summary>
public readonly record struct ProviderMethod
{
    private const int MaxLength = 64;

    private readonly string? _name;

    private ProviderMethod(string name) => _name = name;

    /// <summary>Takes a name; anything but capitals and underscores is foreign text that nobody has to read.</summary>
    public static ProviderMethod Parse(string? name) =>
        name is { Length: > 0 and <= MaxLength } && name.All(letter => char.IsAsciiLetterUpper(letter) || letter is '_')
            ? new ProviderMethod(name)
            : default;

    /// <inheritdoc />
    public override string ToString() => _name ?? "unknown";
}
