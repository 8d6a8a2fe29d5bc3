using System.Text;
using CleanLogin.Application;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Infrastructure.BuiltInMfa;

namespace CleanLogin.Infrastructure.Tests.BuiltInMfa;

public sealed class TotpAlgorithmTests
{
    private readonly TotpAlgorithm _algorithm = new(new ServiceName("Clean Login"));
    private readonly TotpSecret _secret = TotpSecret.From(Encoding.ASCII.GetBytes("12345678901234567890"));

    // RFC 6238 appendix B, the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        var step = seconds / 30;

        _algorithm.FindStep(_secret, TotpCode.Parse(code)!, [step, step - 1]).Should().Be(step);
        _algorithm.FindStep(_secret, TotpCode.Parse(code)!, [step + 1]).Should().BeNull();
    }

    [Fact]
    public void An_app_gets_the_secret_as_text_link_and_picture()
    {
        var view = _algorithm.Describe(_secret, "alice@example.com");

        view.Secret.Should().Be("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        view.Uri.Should().StartWith("otpauth://totp/Clean%20Login:alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Clean%20Login");
        view.QrCodeSvg.Should().Contain("<svg").And.NotContain("style=");
        view.ToString().Should().NotContain(view.Secret);
    }
}
