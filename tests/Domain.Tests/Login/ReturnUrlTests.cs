using CleanLogin.Domain.Login;
using CsCheck;

namespace CleanLogin.Domain.Tests.Login;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("HTTPS:evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("http:\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("evil.example")]
    [InlineData("account")]
    [InlineData("@evil.example")]
    [InlineData("?returnUrl=/")]
    [InlineData("#x")]
    [InlineData(".//evil.example")]
    [InlineData(" /account")]
    [InlineData(" //evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\n/evil.example")]
    [InlineData("/account\r\nSet-Cookie: a=b")]
    [InlineData("/account\0")]
    [InlineData("/account\u007f")]
    [InlineData("/account\u0085")]
    [InlineData("\u2028/account")]
    [InlineData("/kont\u00f6")]
    [InlineData("/\u2215evil.example")]
    [InlineData("/\uff0fevil.example")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Whatever_is_not_a_path_of_this_server_is_refused(string? text) => ReturnUrl.Parse(text).Should().BeNull();

    [Fact]
    public void Half_a_surrogate_pair_is_refused() => ReturnUrl.Parse("/a" + '\ud800').Should().BeNull();

    [Fact]
    public void A_path_that_is_too_long_is_refused()
    {
        ReturnUrl.Parse("/" + new string('a', ReturnUrl.MaxLength - 1)).Should().NotBeNull();
        ReturnUrl.Parse("/" + new string('a', ReturnUrl.MaxLength)).Should().BeNull();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/connect/authorize?client_id=web&scope=openid%20profile&redirect_uri=https%3A%2F%2Flocalhost%3A5002%2Fcb")]
    [InlineData("/a?next=//evil.example")]
    [InlineData("/a?next=https://evil.example")]
    public void A_path_of_this_server_is_kept_as_it_is(string text) => ReturnUrl.Parse(text)!.Value.Should().Be(text);

    [Fact]
    public void Whatever_is_accepted_resolves_to_the_same_host()
    {
        var server = new Uri("https://login.example/account/login");
        Gen.String[Gen.Char["/\\.:@?#% \t\nae1-"], 0, 12].Sample(tail =>
        {
            if (ReturnUrl.Parse("/" + tail) is { } url)
            {
                new Uri(server, url.Value).Authority.Should().Be("login.example");
            }
        });
    }
}
