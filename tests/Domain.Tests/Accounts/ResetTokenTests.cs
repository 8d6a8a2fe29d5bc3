using CleanLogin.Domain.Accounts;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class ResetTokenTests
{
    private static readonly ResetToken Token = ResetToken.From(Enumerable.Repeat((byte)0xFB, ResetToken.Size).ToArray());

    [Fact]
    public void It_comes_back_from_the_mail_with_the_same_digest() =>
        ResetToken.Parse(Token.RevealForMail())!.ToDigest().Should().Be(Token.ToDigest()).And.NotBe(Token.RevealForMail());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA A")]
    public void What_is_malformed_is_none(string? text) => ResetToken.Parse(text).Should().BeNull();

    [Fact]
    public void It_does_not_print() => Token.ToString().Should().Be(nameof(ResetToken));
}
