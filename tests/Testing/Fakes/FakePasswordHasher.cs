using CleanLogin.Domain.Accounts;

namespace CleanLogin.Testing.Fakes;

/// <summary>A hasher that is fast, readable and counts its work: a digest is its scheme and the password.</summary>
public sealed class FakePasswordHasher : IPasswordHasher
{
    private const string Present = "present:";
    private const string Outdated = "outdated:";

    /// <summary>Verifications done, decoys included.</summary>
    public int Verifications { get; private set; }

    /// <summary>Verifications done for accounts that do not exist or have no password.</summary>
    public int Decoys { get; private set; }

    /// <summary>A digest of an older scheme.</summary>
    public static PasswordDigest OutdatedDigest(string password) => new(Outdated + password);

    /// <inheritdoc />
    public PasswordDigest Hash(PlainPassword password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return new PasswordDigest(Present + password.RevealForHashing());
    }

    /// <inheritdoc />
    public PasswordMatch Verify(PasswordDigest digest, PlainPassword password)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(password);
        Verifications++;
        var typed = password.RevealForHashing();
        return digest.Reveal() switch
        {
            var value when value == Present + typed => PasswordMatch.Yes,
            var value when value == Outdated + typed => PasswordMatch.YesButOutdated,
            _ => PasswordMatch.No,
        };
    }

    /// <inheritdoc />
    public void VerifyDecoy(PlainPassword password)
    {
        Verifications++;
        Decoys++;
    }
}
