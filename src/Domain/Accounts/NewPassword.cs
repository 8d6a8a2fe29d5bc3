namespace CleanLogin.Domain.Accounts;

/// <summary>Evidence that a password may become an account's. Only <see cref="PasswordPolicy"/> mints it. It prints as its type name.</summary>
public sealed class NewPassword
{
    private readonly PlainPassword _password;

    internal NewPassword(PlainPassword password) => _password = password;

    /// <summary>Its digest, to be stored.</summary>
    public PasswordDigest Hash(IPasswordHasher hasher)
    {
        ArgumentNullException.ThrowIfNull(hasher);
        return hasher.Hash(_password);
    }

    /// <summary>Redacted.</summary>
    public override string ToString() => nameof(NewPassword);
}
