using CleanLogin.Domain.Authenticators;

namespace CleanLogin.Domain.Tests.Authenticators;

public sealed class TotpSecretTests
{
    [Fact]
    public void A_secret_keeps_its_own_copy_of_the_bytes()
    {
        var bytes = new byte[TotpSecret.Size];
        var secret = TotpSecret.From(bytes);

        bytes[0] = 1;

        secret.Reveal()[0].Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(21)]
    public void A_secret_of_another_length_cannot_be_made(int length) =>
        FluentActions.Invoking(() => TotpSecret.From(new byte[length])).Should().Throw<ArgumentOutOfRangeException>();
}
