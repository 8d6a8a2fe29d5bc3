using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class UserIdTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    public void What_would_name_another_resource_is_no_id(string value) =>
        FluentActions.Invoking(() => new UserId(value)).Should().Throw<ArgumentException>();

    [Fact]
    public void An_id_has_a_longest_length()
    {
        new UserId(new string('a', UserId.MaxLength)).Value.Should().HaveLength(UserId.MaxLength);
        FluentActions.Invoking(() => new UserId(new string('a', UserId.MaxLength + 1))).Should().Throw<ArgumentException>();
    }
}
