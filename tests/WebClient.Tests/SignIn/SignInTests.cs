using System.Net;
using CleanLogin.WebClient.Tests.Fakes;

namespace CleanLogin.WebClient.Tests.SignIn;

public sealed class SignInTests : IAsyncLifetime
{
    private RunningClient _client = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await RunningClient.StartAsync();
        _browser = _client.OpenBrowser();
    }

    [Fact]
    public async Task Sign_in_asks_for_a_code_with_proof_key_state_and_nonce()
    {
        var answer = await _browser.PressAsync("/", "Sign in");

        answer.Location.Should().StartWith($"{FakeLoginServer.Issuer}/authorize?");
        answer.Query["client_id"].Should().Be("web");
        answer.Query["response_type"].Should().Be("code");
        answer.Query["response_mode"].Should().BeNull("query is the default of the code flow");
        answer.Query["code_challenge_method"].Should().Be("S256");
        answer.Query["redirect_uri"].Should().Be("https://app.test/signin-oidc");
        answer.Query["code_challenge"].Should().NotBeNullOrEmpty();
        answer.Query["state"].Should().NotBeNullOrEmpty();
        answer.Query["nonce"].Should().NotBeNullOrEmpty();
        answer.Query["acr_values"].Should().BeNull();
    }

    [Fact]
    public async Task Offline_access_is_asked_for_where_it_is_offered()
    {
        var answer = await _browser.PressAsync("/", "Sign in");

        answer.Query["scope"].Should().Be("openid profile email api1 offline_access");
    }

    [Fact]
    public async Task What_passkeys_need_is_asked_for_where_it_is_offered()
    {
        _client.LoginServer.OffersPasskeys = true;

        var answer = await _browser.PressAsync("/", "Sign in");

        answer.Query["scope"].Should().Be("openid profile email api1 offline_access passkeys");
    }

    [Fact]
    public async Task Offline_access_is_not_asked_for_where_it_is_not_offered()
    {
        _client.LoginServer.OffersOfflineAccess = false;

        var answer = await _browser.PressAsync("/", "Sign in");

        answer.Query["scope"].Should().Be("openid profile email api1");
    }

    [Fact]
    public async Task Somebody_signed_in_sees_the_claims_under_their_standard_names()
    {
        var back = await _browser.SignInAsync(FakeLoginServer.TwoFactorLogin());
        var home = await _browser.GetAsync(back.Location!);

        home.Claim("sub").Should().Be("user-1");
        home.Claim("name").Should().Be("Alice");
        home.Claim("email").Should().Be("alice@example.org");
        home.Claim("auth_time").Should().MatchRegex("^[0-9]+$");
        home.Claim("amr").Should().Be("[pwd, otp, mfa]");
        home.Claim("acr").Should().Be("urn:cleanlogin:aal2");
        home.Html.Should().Contain("Two factors");
    }

    [Fact]
    public async Task The_session_cookie_is_bound_to_host_and_scheme_and_hidden_from_scripts()
    {
        var back = await _browser.SignInAsync(FakeLoginServer.PasswordLogin());

        var cookie = back.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-webclient=", StringComparison.Ordinal));
        cookie.Should().Contain("path=/;").And.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.NotContain("domain");
    }

    [Fact]
    public async Task Step_up_asks_for_two_factors()
    {
        await _browser.SignInAsync(FakeLoginServer.PasswordLogin());

        var answer = await _browser.PressAsync("/", "Sign in with acr aal2");

        answer.Query["acr_values"].Should().Be("urn:cleanlogin:aal2");
    }

    [Fact]
    public async Task Step_up_that_comes_back_with_one_factor_is_refused()
    {
        var answer = await _browser.SignInAsync(FakeLoginServer.PasswordLogin(), "Sign in with acr aal2");

        answer.Location.Should().Be("/SignInFailed/AssuranceNotMet");
        _browser.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task Sign_in_without_the_form_is_refused()
    {
        var answer = await _browser.PostAsync("/?handler=SignIn");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Html.Should().Contain("Back to the start");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _client.DisposeAsync();
    }
}
