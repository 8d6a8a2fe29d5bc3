using System.Text;
using CleanLogin.Domain.Accounts;
using CsCheck;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class UsernameTests
{
    [Theory]
    [InlineData("alice", "alice")]
    [InlineData("  alice\t", "alice")]
    [InlineData("Alice", "Alice")]
    [InlineData("alice@example.com", "alice@example.com")]
    [InlineData("a\u0308", "\u00e4")]
    [InlineData("\U0001F984", "\U0001F984")]
    public void A_name_is_trimmed_and_normalised(string typed, string name) => Username.Parse(typed)!.Value.Should().Be(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00a0")]
    [InlineData("ali\0ce")]
    [InlineData("ali\nce")]
    [InlineData("ali\u0085ce")]
    [InlineData("ali\ufffece")]
    public void Anything_else_is_no_name(string? typed) => Username.Parse(typed).Should().BeNull();

    [Fact]
    public void Half_a_surrogate_pair_is_no_name()
    {
        Username.Parse("a" + '\ud800').Should().BeNull();
        Username.Parse('\udc00' + "a").Should().BeNull();
    }

    [Fact]
    public void A_name_is_never_longer_than_its_limit_not_even_when_normalised()
    {
        Username.Parse(new string('a', Username.MaxLength)).Should().NotBeNull();
        Username.Parse(new string('a', Username.MaxLength + 1)).Should().BeNull();
        Username.Parse(new string('a', 10_240)).Should().BeNull();

        // U+0958 is one character, and two in normalisation form C.
        Username.Parse(new string('\u0958', Username.MaxLength)).Should().BeNull();
    }

    [Fact]
    public void No_text_makes_parsing_throw() => Gen.String.Sample(text =>
    {
        if (Username.Parse(text) is { } name)
        {
            name.Value.IsNormalized(NormalizationForm.FormC).Should().BeTrue();
            name.Value.Length.Should().BeInRange(1, Username.MaxLength);
        }
    });
}
