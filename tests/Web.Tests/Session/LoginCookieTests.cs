using CleanLogin.Domain.Login;
using CleanLogin.Web.Session;
using Microsoft.AspNetCore.Http;

namespace CleanLogin.Web.Tests.Session;

public sealed class LoginCookieTests
{
    private static readonly LoginTransactionId Id = new(new Guid("0123456789abcdef0123456789abcdef"));
    private static readonly BrowserSecret Secret = BrowserSecret.From([.. Enumerable.Range(0, BrowserSecret.Size).Select(i => (byte)i)]);

    [Fact]
    public void The_cookie_is_bound_to_the_host_and_out_of_reach_of_scripts()
    {
        var context = new DefaultHttpContext();

        LoginCookie.Write(context, Id, Secret, DateTimeOffset.UnixEpoch);

        context.Response.Headers.SetCookie.ToString().Should()
            .StartWith($"__Host-cleanlogin-tx-{Id}=")
            .And.ContainAll("path=/", "secure", "httponly", "samesite=lax", "expires=Thu, 01 Jan 1970 00:00:00 GMT")
            .And.NotContain("domain=");
    }

    [Fact]
    public void What_was_written_is_read_back_for_that_login_alone()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"__Host-cleanlogin-tx-{Id}={Secret.RevealForCookie()}";

        LoginCookie.Read(context, Id)!.RevealForCookie().Should().Be(Secret.RevealForCookie());
        LoginCookie.Read(context, new LoginTransactionId(Guid.Empty)).Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-an-id")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    public void A_malformed_id_names_a_login_that_does_not_exist(string? tx) =>
        PendingLogin.From(new DefaultHttpContext(), tx).Should().Be(new PendingLogin(new LoginTransactionId(Guid.Empty), null));
}
