using System.Text;
using CleanLogin.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using NSec.Cryptography;

namespace CleanLogin.Infrastructure.Passwords;

/// <summary>
/// Argon2id with the parameters that OWASP names as minimum (19 MiB, two passes, one lane). Hashes of ASP.NET Core Identity (PBKDF2) are
/// still verified, and reported as outdated.
/// </summary>
internal sealed class Argon2PasswordHasher : IPasswordHasher
{
    private const int SaltSize = 16;
    private const int HashSize = 32;

    private static readonly Argon2Cost Present = new(MemoryKib: 19_456, Passes: 2);
    private static readonly PasswordHasher<object> Identity = new();
    private static readonly object NoUser = new();

    // For accounts that do not exist. What it is made of does not matter; that it costs the same does.
    private static readonly byte[] DecoySalt = new byte[SaltSize];

    public PasswordDigest Hash(PlainPassword password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(SaltSize);
        return new PasswordDigest(new Argon2Phc(Present, salt, Derive(Present, salt, password, HashSize)).ToString());
    }

    public PasswordMatch Verify(PasswordDigest digest, PlainPassword password)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(password);
        return Argon2Phc.Parse(digest.Reveal()) is { } stored
            ? VerifyArgon2(stored, password)
            : VerifyIdentity(digest.Reveal(), password);
    }

    public void VerifyDecoy(PlainPassword password)
    {
        ArgumentNullException.ThrowIfNull(password);
        _ = Derive(Present, DecoySalt, password, HashSize);
    }

    private static PasswordMatch VerifyArgon2(Argon2Phc stored, PlainPassword password)
    {
        var derived = Derive(stored.Cost, stored.Salt, password, stored.Hash.Length);
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(derived, stored.Hash))
        {
            return PasswordMatch.No;
        }

        return stored.Cost == Present ? PasswordMatch.Yes : PasswordMatch.YesButOutdated;
    }

    private PasswordMatch VerifyIdentity(string stored, PlainPassword password)
    {
        try
        {
            return Identity.VerifyHashedPassword(NoUser, stored, password.RevealForHashing()) is PasswordVerificationResult.Failed
                ? PasswordMatch.No
                : PasswordMatch.YesButOutdated;
        }
        catch (FormatException)
        {
            // Neither scheme can read it: it matches nothing, at the usual cost.
            VerifyDecoy(password);
            return PasswordMatch.No;
        }
    }

    private static byte[] Derive(Argon2Cost cost, byte[] salt, PlainPassword password, int size)
    {
        var algorithm = PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters
        {
            DegreeOfParallelism = 1,
            MemorySize = cost.MemoryKib,
            NumberOfPasses = cost.Passes,
        });
        return algorithm.DeriveBytes(Encoding.UTF8.GetBytes(password.RevealForHashing()), salt, size);
    }
}
