using CleanLogin.Domain.Accounts;

namespace CleanLogin.Infrastructure.Tests.Passwords;

/// <summary>What an account relies on when its password is verified.</summary>
public abstract class PasswordHasherContract
{
    private protected abstract IPasswordHasher Hasher { get; }

    [Fact]
    public void A_password_matches_its_own_digest_and_no_other()
    {
        var digest = Hasher.Hash(Password("correct horse"));

        Hasher.Verify(digest, Password("correct horse")).Should().Be(PasswordMatch.Yes);
        Hasher.Verify(digest, Password("correct horsf")).Should().Be(PasswordMatch.No);
        Hasher.Verify(digest, Password("Correct horse")).Should().Be(PasswordMatch.No);
    }

    [Fact]
    public void A_digest_of_an_older_scheme_matches_and_is_outdated()
    {
        var old = OutdatedDigest("correct horse");

        Hasher.Verify(old, Password("correct horse")).Should().Be(PasswordMatch.YesButOutdated);
        Hasher.Verify(old, Password("wrong")).Should().Be(PasswordMatch.No);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a hash")]
    [InlineData("$argon2id$v=19$m=999999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=19456,t=2,p=1$short$AAAA")]
    public void A_digest_that_cannot_be_read_matches_nothing(string digest) =>
        Hasher.Verify(new PasswordDigest(digest), Password("correct horse")).Should().Be(PasswordMatch.No);

    private protected abstract PasswordDigest OutdatedDigest(string password);

    private protected static PlainPassword Password(string text) => PlainPassword.Parse(text)!;
}
