using CleanLogin.Domain.Accounts;
using CleanLogin.Testing.Fakes;

namespace CleanLogin.Testing.Builders;

/// <summary>Makes accounts.</summary>
public sealed class AccountBuilder
{
    /// <summary>The password of every account that is not told otherwise.</summary>
    public const string Password = "correct horse battery staple";

    private string _name = "alice";
    private UserId? _id;
    private bool _active = true;
    private PasswordDigest? _digest = new FakePasswordHasher().Hash(Parsed(Password));

    /// <summary>Of somebody else.</summary>
    public AccountBuilder Named(string name)
    {
        _name = name;
        return this;
    }

    /// <summary>With the id of an account that is there.</summary>
    public AccountBuilder WithId(UserId id)
    {
        _id = id;
        return this;
    }

    /// <summary>Disabled.</summary>
    public AccountBuilder Disabled()
    {
        _active = false;
        return this;
    }

    /// <summary>Without a password.</summary>
    public AccountBuilder WithoutPassword()
    {
        _digest = null;
        return this;
    }

    /// <summary>With a password hashed by an older scheme.</summary>
    public AccountBuilder WithOutdatedDigest()
    {
        _digest = FakePasswordHasher.OutdatedDigest(Password);
        return this;
    }

    /// <summary>The account.</summary>
    public Account Build() => new(
        _id ?? new UserId("id-of-" + _name),
        Username.Parse(_name) ?? throw new InvalidOperationException("Not a user name."),
        DisplayName: "Name of " + _name,
        Email: _name + "@example.com",
        EmailVerified: true,
        _active,
        _digest);

    /// <summary>The account and the evidence that its password was verified.</summary>
    public (Account Account, VerifiedPassword Evidence) BuildVerified(DateTimeOffset at)
    {
        var account = Build();
        var verdict = account.Verify(Parsed(Password), new FakePasswordHasher(), at);
        return verdict.Match(
            verified => (account, verified.Evidence),
            rejected => throw new InvalidOperationException($"The password was rejected: {rejected.Reason}."));
    }

    private static PlainPassword Parsed(string password) =>
        PlainPassword.Parse(password) ?? throw new InvalidOperationException("Not a password.");
}
