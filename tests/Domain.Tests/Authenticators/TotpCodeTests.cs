using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class TotpCodeTests
{
    [Theory]
    [InlineData("012345")]
    [InlineData(" 012 345 ")]
    [InlineData("012-345")]
    [InlineData("\t0 1 2 3 4 5\u00a0")]
    public void Six_digits_are_a_code_however_they_are_grouped(string typed) => TotpCode.Parse(typed)!.Reveal().Should().Be("012345");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("+12345")]
    [InlineData("1234.5")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666")]
    [InlineData("\uff11\uff12\uff13\uff14\uff15\uff16")]
    [InlineData("12345\0")]
    public void Anything_else_is_no_code(string? typed) => TotpCode.Parse(typed).Should().BeNull();

    [Fact]
    public void A_code_drowned_in_blanks_is_not_read() => TotpCode.Parse(new string(' ', 10_000) + "012345").Should().BeNull();
}
