namespace CleanLogin.Domain.Accounts;

/// <summary>A stored password hash, with scheme and cost inside. It prints as its type name.</summary>
public sealed class PasswordDigest(string value)
{
    /// <summary>The value, for the hasher and the store alone.</summary>
    public string Reveal() => value;

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(PasswordDigest);
}
