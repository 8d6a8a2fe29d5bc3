using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Tests.Login;

public sealed class LoginTransactionIdTests
{
    [Fact]
    public void An_id_survives_the_url()
    {
        var id = new LoginTransactionId(new Guid("5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11"));

        LoginTransactionId.TryParse(id.ToString(), out var read).Should().BeTrue();
        read.Should().Be(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("5d0f5be0-3b86-4c35-a3a0-3a0f0c6d5a11")]
    [InlineData("{5d0f5be03b864c35a3a03a0f0c6d5a11}")]
    [InlineData("5d0f5be03b864c35a3a03a0f0c6d5a1g")]
    public void Anything_else_is_no_id(string? text) => LoginTransactionId.TryParse(text, out _).Should().BeFalse();
}
