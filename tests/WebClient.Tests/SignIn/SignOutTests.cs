using System.Net;
using CleanLogin.WebClient.Tests.Fakes;

namespace CleanLogin.WebClient.Tests.SignIn;

public sealed class SignOutTests : IAsyncLifetime
{
    private RunningClient _client = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await RunningClient.StartAsync();
        _browser = _client.OpenBrowser();
        await _browser.SignInAsync(FakeLoginServer.PasswordLogin());
    }

    [Fact]
    public async Task Sign_out_ends_the_session_here_and_goes_to_the_login_server_for_the_other()
    {
        var answer = await _browser.PressAsync("/", "Sign out");

        answer.Location.Should().StartWith($"{FakeLoginServer.Issuer}/logout?");
        answer.Query["id_token_hint"].Should().NotBeNullOrEmpty();
        answer.Query["post_logout_redirect_uri"].Should().Be("https://app.test/signout-callback-oidc");
        _browser.HasSession.Should().BeFalse();
        var back = await _browser.GetAsync($"/signout-callback-oidc?state={Uri.EscapeDataString(answer.Query["state"]!)}");
        back.Location.Should().Be("/");
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_out()
    {
        var answer = await _browser.PostAsync("/?handler=SignOut");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        _browser.HasSession.Should().BeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _client.DisposeAsync();
    }
}
