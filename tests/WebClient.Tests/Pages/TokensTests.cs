using System.Net;
using CleanLogin.WebClient.Tests.Fakes;

namespace CleanLogin.WebClient.Tests.Pages;

public sealed class TokensTests : IAsyncLifetime
{
    private RunningClient _client = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await RunningClient.StartAsync();
        _browser = _client.OpenBrowser();
        await _browser.SignInAsync(FakeLoginServer.PasswordLogin());
        _client.LoginServer.SeenAuthorizations.Clear();
    }

    [Fact]
    public async Task Somebody_not_signed_in_is_sent_to_the_login_server_first()
    {
        using var stranger = _client.OpenBrowser();

        var answer = await stranger.GetAsync("/Tokens");

        answer.Location.Should().StartWith($"{FakeLoginServer.Issuer}/authorize?");
    }

    [Fact]
    public async Task Userinfo_is_asked_with_the_access_token_and_shown_without_it()
    {
        var page = await _browser.PressAsync("/Tokens", "Ask userinfo");

        _client.LoginServer.SeenAuthorizations.Should().Equal("Bearer access-1");
        page.Html.Should().Contain("email_verified").And.Contain("true").And.NotContain("access-1").And.NotContain("refresh-1");
    }

    [Fact]
    public async Task Refreshed_tokens_take_the_place_of_the_old_ones()
    {
        var page = await _browser.PressAsync("/Tokens", "Refresh tokens");
        await _browser.PressAsync("/Tokens", "Ask userinfo");

        page.Html.Should().Contain("have been refreshed");
        _client.LoginServer.SeenAuthorizations.Should().Equal("Bearer access-2");
    }

    [Theory]
    [InlineData("Ask userinfo")]
    [InlineData("Refresh tokens")]
    public async Task A_token_that_is_not_accepted_any_more_is_said_so(string button)
    {
        _client.LoginServer.RefusesTokens = true;

        var page = await _browser.PressAsync("/Tokens", button);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().Contain("does not accept this token any more");
    }

    [Fact]
    public async Task A_login_server_that_is_down_is_named_as_the_cause()
    {
        await _browser.GetAsync("/Tokens");
        _client.LoginServer.IsDown = true;

        var page = await _browser.PressAsync("/Tokens", "Ask userinfo");

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Html.Should().Contain("The login server does not answer");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _client.DisposeAsync();
    }
}
