using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Passwords;
using Microsoft.AspNetCore.Identity;

namespace CleanLogin.Infrastructure.Tests.Passwords;

public sealed class Argon2PasswordHasherTests
{
    private readonly Argon2PasswordHasher _hasher = new();

    [Fact]
    public void A_password_matches_its_own_digest_and_no_other()
    {
        var digest = _hasher.Hash(Password("correct horse"));

        _hasher.Verify(digest, Password("correct horse")).Should().Be(PasswordMatch.Yes);
        _hasher.Verify(digest, Password("correct horsf")).Should().Be(PasswordMatch.No);
    }

    [Fact]
    public void A_digest_names_its_scheme_and_cost_and_is_salted()
    {
        var digest = _hasher.Hash(Password("correct horse")).Reveal();

        digest.Should().StartWith("$argon2id$v=19$m=19456,t=2,p=1$");
        _hasher.Hash(Password("correct horse")).Reveal().Should().NotBe(digest);
    }

    [Fact]
    public void A_hash_of_the_identity_framework_matches_and_is_outdated()
    {
        var old = new PasswordDigest(new PasswordHasher<object>().HashPassword(new object(), "correct horse"));

        _hasher.Verify(old, Password("correct horse")).Should().Be(PasswordMatch.YesButOutdated);
        _hasher.Verify(old, Password("wrong")).Should().Be(PasswordMatch.No);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a hash")]
    [InlineData("$argon2id$v=19$m=999999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$argon2id$v=19$m=19456,t=2,p=1$short$AAAA")]
    public void A_digest_that_cannot_be_read_matches_nothing(string digest) =>
        _hasher.Verify(new PasswordDigest(digest), Password("correct horse")).Should().Be(PasswordMatch.No);

    private static PlainPassword Password(string text) => PlainPassword.Parse(text)!;
}
