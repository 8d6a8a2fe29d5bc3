using System.Text;
using CleanLogin.Domain.Accounts;
using CsCheck;

namespace CleanLogin.Domain.Tests.Accounts;

public sealed class PlainPasswordTests
{
    [Theory]
    [InlineData("x")]
    [InlineData(" leading and trailing ")]
    [InlineData("\ttab\0null")]
    [InlineData("\U0001F984\U0001F984")]
    public void A_password_is_kept_whole(string typed) => PlainPassword.Parse(typed)!.RevealForHashing().Should().Be(typed);

    [Fact]
    public void The_same_password_typed_on_another_keyboard_is_the_same() =>
        PlainPassword.Parse("pa\u0308ss")!.RevealForHashing().Should().Be("p\u00e4ss");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a\ufffd")]
    [InlineData("a\ufffe")]
    public void What_is_empty_or_not_text_is_no_password(string? typed) => PlainPassword.Parse(typed).Should().BeNull();

    [Fact]
    public void Half_a_surrogate_pair_is_no_password() => PlainPassword.Parse("a" + '\udfff').Should().BeNull();

    [Fact]
    public void A_password_that_is_too_long_is_refused_and_not_cut()
    {
        PlainPassword.Parse(new string('a', PlainPassword.MaxLength)).Should().NotBeNull();
        PlainPassword.Parse(new string('a', PlainPassword.MaxLength + 1)).Should().BeNull();
        PlainPassword.Parse(new string('a', 10_240)).Should().BeNull();
    }

    [Fact]
    public void No_text_makes_parsing_throw() => Gen.String.Sample(text =>
        PlainPassword.Parse(text)?.RevealForHashing().IsNormalized(NormalizationForm.FormC).Should().BeTrue());
}
