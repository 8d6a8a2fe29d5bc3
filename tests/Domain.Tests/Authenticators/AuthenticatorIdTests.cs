using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class AuthenticatorIdTests
{
    [Theory]
    [InlineData("0f5c7e0e-6f3c-4a9c-9d57-0a4f2a9c9f11")]
    [InlineData("a/b?c#d")]
    public void A_name_of_a_provider_is_kept_as_it_is(string name) => AuthenticatorId.Parse(name)!.Value.Should().Be(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("ü")]
    public void What_could_not_be_logged_or_compared_is_no_name(string? name) => AuthenticatorId.Parse(name).Should().BeNull();

    [Fact]
    public void A_name_has_a_longest_length()
    {
        AuthenticatorId.Parse(new string('a', AuthenticatorId.MaxLength)).Should().NotBeNull();
        AuthenticatorId.Parse(new string('a', AuthenticatorId.MaxLength + 1)).Should().BeNull();
    }

    [Fact]
    public void Names_are_compared_by_their_text() =>
        AuthenticatorId.Of(Guid.Empty).Should().Be(AuthenticatorId.Parse(Guid.Empty.ToString("N")));
}
