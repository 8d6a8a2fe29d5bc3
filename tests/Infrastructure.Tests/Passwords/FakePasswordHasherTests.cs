using CleanLogin.Domain.Accounts;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Infrastructure.Tests.Passwords;

public sealed class FakePasswordHasherTests : PasswordHasherContract
{
    private protected override IPasswordHasher Hasher { get; } = new FakePasswordHasher();

    private protected override PasswordDigest OutdatedDigest(string password) => FakePasswordHasher.OutdatedDigest(password);
}
