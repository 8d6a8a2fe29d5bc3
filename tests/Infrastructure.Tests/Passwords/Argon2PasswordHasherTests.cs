using CleanLogin.Domain.Accounts;
using CleanLogin.Infrastructure.Passwords;
using Microsoft.AspNetCore.Identity;

namespace CleanLogin.Infrastructure.Tests.Passwords;

public sealed class Argon2PasswordHasherTests : PasswordHasherContract
{
    private protected override IPasswordHasher Hasher { get; } = new Argon2PasswordHasher();

    [Fact]
    public void A_digest_names_its_scheme_and_cost_and_is_salted()
    {
        var digest = Hasher.Hash(Password("correct horse")).Reveal();

        digest.Should().StartWith("$argon2id$v=19$m=19456,t=2,p=1$");
        Hasher.Hash(Password("correct horse")).Reveal().Should().NotBe(digest);
    }

    // Of ASP.NET Core Identity, whose database can be adopted.
    private protected override PasswordDigest OutdatedDigest(string password) =>
        new(new PasswordHasher<object>().HashPassword(new object(), password));
}
