using CleanLogin.Domain.Login;
using CleanLogin.Testing.Builders;
using CsCheck;

namespace CleanLogin.Domain.Tests.Login;

public sealed class BrowserSecretTests
{
    [Fact]
    public void A_secret_survives_its_cookie() => Gen.Byte.Array[BrowserSecret.Size].Sample(bytes =>
    {
        var secret = BrowserSecret.From(bytes);
        var read = BrowserSecret.Parse(secret.RevealForCookie());

        BrowserBinding.To(secret).Matches(read).Should().BeTrue();
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("\u00e4AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_malformed_cookie_is_no_secret(string? cookie) => BrowserSecret.Parse(cookie).Should().BeNull();

    [Fact]
    public void A_huge_cookie_is_no_secret() => BrowserSecret.Parse(new string('A', 10_000)).Should().BeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(BrowserSecret.Size - 1)]
    [InlineData(BrowserSecret.Size + 1)]
    public void A_secret_of_another_length_cannot_be_made(int length) =>
        FluentActions.Invoking(() => BrowserSecret.From(new byte[length])).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_binding_matches_its_own_browser_alone()
    {
        var binding = BrowserBinding.To(Given.ABrowser(1));

        binding.Matches(Given.ABrowser(1)).Should().BeTrue();
        binding.Matches(Given.ABrowser(2)).Should().BeFalse();
        binding.Matches(null).Should().BeFalse();
    }

    [Fact]
    public void One_changed_bit_is_another_browser() =>
        Gen.Select(Gen.Byte.Array[BrowserSecret.Size], Gen.Int[0, (BrowserSecret.Size * 8) - 1]).Sample((bytes, bit) =>
        {
            var binding = BrowserBinding.To(BrowserSecret.From(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            binding.Matches(BrowserSecret.From(bytes)).Should().BeFalse();
        });

    [Fact]
    public void A_binding_survives_the_store()
    {
        var stored = BrowserBinding.To(Given.ABrowser()).Digest;

        BrowserBinding.FromDigest(stored.Span).Matches(Given.ABrowser()).Should().BeTrue();
    }

    [Fact]
    public void A_digest_of_another_length_matches_nobody() =>
        BrowserBinding.FromDigest([]).Matches(Given.ABrowser()).Should().BeFalse();

    [Fact]
    public void What_is_stored_is_not_what_the_browser_holds() =>
        Convert.ToHexString(BrowserBinding.To(Given.ABrowser(7)).Digest.Span)
            .Should().Be("4BB06F8E4E3A7715D201D573D0AA423762E55DABD61A2C02278FA56CC6D294E0");
}
