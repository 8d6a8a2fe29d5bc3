using System.Security.Cryptography;
using System.Text;
using CleanLogin.Domain.Authenticators;
using CsCheck;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class RecoveryCodeTests
{
    private static readonly Gen<byte[]> Random = Gen.Byte.Array[RecoveryCode.EntropyBytes];

    // Base 32 of the bytes in RFC 4648 §10 order of bits, in Crockford's alphabet.
    [Theory]
    [InlineData("000000000000000000000000000000", "0000-0000-0000-0000-0000-0000")]
    [InlineData("ffffffffffffffffffffffffffffff", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ")]
    [InlineData("800000000000000000000000000000", "G000-0000-0000-0000-0000-0000")]
    [InlineData("000000000000000000000000000001", "0000-0000-0000-0000-0000-0001")]
    [InlineData("00443214c74254b635cf84653a56d7", "0123-4567-89AB-CDEF-GHJK-MNPQ")]
    public void Bytes_become_characters_five_bits_at_a_time(string hex, string code) =>
        RecoveryCode.From(Convert.FromHexString(hex)).RevealOnce().Should().Be(code);

    [Fact]
    public void A_code_survives_being_written_down() => Random.Sample(bytes =>
    {
        var code = RecoveryCode.From(bytes);

        RecoveryCode.Parse(code.RevealOnce())!.ToDigest().Should().Equal(code.ToDigest());
    });

    [Fact]
    public void Other_bytes_are_another_code() => Gen.Select(Random, Random).Sample((one, other) =>
        RecoveryCode.From(one).RevealOnce().Equals(RecoveryCode.From(other).RevealOnce(), StringComparison.Ordinal)
            .Should().Be(one.SequenceEqual(other)));

    [Fact]
    public void A_code_has_no_letter_that_is_misread() => Random.Sample(bytes =>
        RecoveryCode.From(bytes).RevealOnce().Should().MatchRegex("^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$"));

    [Theory]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0123456789abcdefghjkmnpq")]
    [InlineData(" 0123 4567 89ab cdef ghjk mnpq\t")]
    [InlineData("o123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("Oi23-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0l23-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0L23-4567-89AB-CDEF-GHJK-MNPQ")]
    public void What_a_person_writes_is_read_kindly(string typed) =>
        RecoveryCode.Parse(typed)!.RevealOnce().Should().Be("0123-4567-89AB-CDEF-GHJK-MNPQ");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNP")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQR")]
    [InlineData("U123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("\u00e4123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("\uff10123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0123_4567_89AB_CDEF_GHJK_MNPQ")]
    public void Anything_else_is_no_code(string? typed) => RecoveryCode.Parse(typed).Should().BeNull();

    [Fact]
    public void A_code_drowned_in_blanks_is_not_read() =>
        RecoveryCode.Parse(new string(' ', 10_000) + "0123456789ABCDEFGHJKMNPQ").Should().BeNull();

    [Fact]
    public void The_digest_is_that_of_the_bare_characters() =>
        RecoveryCode.Parse("0123-4567-89AB-CDEF-GHJK-MNPQ")!.ToDigest()
            .Should().Equal(SHA256.HashData(Encoding.ASCII.GetBytes("0123456789ABCDEFGHJKMNPQ")));

    [Fact]
    public void A_code_has_enough_entropy_for_a_plain_hash() => (RecoveryCode.EntropyBytes * 8).Should().BeGreaterThanOrEqualTo(112);

    [Theory]
    [InlineData(RecoveryCode.EntropyBytes - 1)]
    [InlineData(RecoveryCode.EntropyBytes + 1)]
    public void A_code_of_less_or_more_cannot_be_made(int length) =>
        FluentActions.Invoking(() => RecoveryCode.From(new byte[length])).Should().Throw<ArgumentOutOfRangeException>();
}
