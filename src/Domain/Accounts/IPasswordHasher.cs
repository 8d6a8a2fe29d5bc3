namespace CleanLogin.Domain.Accounts;

/// <summary>Makes and verifies password digests. Slow on purpose.</summary>
public interface IPasswordHasher
{
    /// <summary>A new digest with fresh salt, by the present scheme and cost.</summary>
    PasswordDigest Hash(PlainPassword password);

    /// <summary>Verifies in a time that does not depend on the result. An unreadable digest matches nothing.</summary>
    PasswordMatch Verify(PasswordDigest digest, PlainPassword password);

    /// <summary>Does the work of a verification for an account that does not exist, so that nobody can tell by the time.</summary>
    void VerifyDecoy(PlainPassword password);
}
