using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("alice@example.com", "alice@example.com")]
    [InlineData("  alice+login@mail.example.com\t", "alice+login@mail.example.com")]
    [InlineData("o'brien@example.com", "o'brien@example.com")]
    [InlineData("jose\u0301@example.com", "jos\u00e9@example.com")]
    public void One_address_is_taken_trimmed_and_normalised(string typed, string address) =>
        EmailAddress.Parse(typed)!.Value.Should().Be(address);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("alice")]
    [InlineData("@example.com")]
    [InlineData("alice@")]
    [InlineData("alice@@example.com")]
    [InlineData("alice@example.com@example.org")]
    [InlineData("alice@example.com,mallory@example.org")]
    [InlineData("alice@example.com;mallory@example.org")]
    [InlineData("Alice <alice@example.com>")]
    [InlineData("alice@example.com\r\nBcc: mallory@example.org")]
    [InlineData("alice@example.com\nmallory")]
    [InlineData("alice smith@example.com")]
    [InlineData("(alice)mallory@example.org")]
    [InlineData("\"a b\"@example.com")]
    [InlineData("alice@[127.0.0.1]")]
    [InlineData(".alice@example.com")]
    [InlineData("alice@example..com")]
    [InlineData("-f@example.com")]
    [InlineData("alice@example.com.")]
    public void What_is_not_one_address_is_not_taken(string? typed) => EmailAddress.Parse(typed).Should().BeNull();

    [Fact]
    public void Lengths_are_those_of_the_standard()
    {
        EmailAddress.Parse(new string('a', 64) + "@example.com").Should().NotBeNull();
        EmailAddress.Parse(new string('a', 65) + "@example.com").Should().BeNull();
        EmailAddress.Parse("a@" + new string('b', 252)).Should().NotBeNull();
        EmailAddress.Parse("a@" + new string('b', 253)).Should().BeNull();
    }

    [Fact]
    public void It_prints_masked() => EmailAddress.Parse("alice@example.com")!.ToString().Should().Be("a…@example.com");
}
