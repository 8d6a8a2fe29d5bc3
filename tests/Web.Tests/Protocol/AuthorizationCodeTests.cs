using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Protocol;

public abstract class AuthorizationCodeTests(ITestDatabases databases) : ProtocolTest(databases)
{
    [Fact]
    public async Task An_answer_by_form_post_may_send_itself_to_the_application_and_do_nothing_else()
    {
        using var alice = await SignedInAsync();

        using var answer = await alice.FetchAsideAsync(Web.AuthorizeUrl(("response_mode", "form_post")));

        var html = await answer.Content.ReadAsStringAsync(Ct);
        var script = Regex.Matches(html, "<script>(.*?)</script>").Should().ContainSingle().Subject.Groups[1].Value;
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}';")
            .And.Contain("form-action https:")
            .And.Contain("default-src 'none'")
            .And.NotContain("unsafe");
        html.Should().Contain("action=\"https://localhost:5002/signin-oidc\"").And.Contain("name=\"code\"");
    }

    [Fact]
    public async Task A_confidential_client_gets_its_tokens()
    {
        using var alice = await SignedInAsync();

        var answer = await AuthorizeAsync(alice, Web);
        var tokens = await Web.RedeemAsync(answer["code"]);

        answer["state"].Should().Be("the-state");
        answer["iss"].Should().Be(LoginServer.Address.AbsoluteUri);
        tokens.IsError.Should().BeFalse(tokens.Raw);
        var identity = Payload(tokens.IdentityToken!);
        identity.GetProperty("nonce").GetString().Should().Be("the-nonce");
        identity.GetProperty("aud").GetString().Should().Be("web");
        identity.GetProperty("acr").GetString().Should().Be("urn:cleanlogin:aal2");
        Strings(identity.GetProperty("amr")).Should().Equal("pwd", "otp", "mfa");
        identity.GetProperty("auth_time").GetInt64().Should().Be(Server.Time.GetUtcNow().ToUnixTimeSeconds());
        identity.GetProperty("name").GetString().Should().NotBeNullOrEmpty();
        tokens.RefreshToken.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_api_can_read_the_access_token()
    {
        using var alice = await SignedInAsync();

        var access = Payload((await TokensAsync(alice, Web)).AccessToken!);

        access.GetProperty("aud").GetString().Should().Be("api1");
        access.GetProperty("acr").GetString().Should().Be("urn:cleanlogin:aal2");
        Strings(access.GetProperty("amr")).Should().Contain("mfa");
        access.TryGetProperty("auth_time", out _).Should().BeTrue();
        access.TryGetProperty("email", out _).Should().BeFalse();
    }

    [Fact]
    public async Task A_public_client_gets_its_tokens_by_the_verifier_alone()
    {
        using var alice = await SignedInAsync();

        var tokens = await TokensAsync(alice, Spa);

        tokens.IdentityToken.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Claims_of_a_scope_that_was_not_asked_for_stay_out()
    {
        using var alice = await SignedInAsync();
        var answer = await AuthorizeAsync(alice, Web, ("scope", "openid"));

        var tokens = await Web.RedeemAsync(answer["code"]);

        var identity = Payload(tokens.IdentityToken!);
        identity.TryGetProperty("name", out _).Should().BeFalse();
        identity.TryGetProperty("email", out _).Should().BeFalse();
        tokens.RefreshToken.Should().BeNull();
    }

    [Fact]
    public async Task A_request_without_a_challenge_is_refused()
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync(Web.AuthorizeUrl(("code_challenge", null), ("code_challenge_method", null)));

        alice.Status.Should().Be(HttpStatusCode.BadRequest);
        alice.Url.AbsolutePath.Should().Be("/Error");
    }

    [Fact]
    public async Task A_plain_challenge_is_refused()
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync(Web.AuthorizeUrl(("code_challenge_method", "plain"), ("code_challenge", Web.Verifier)));

        alice.Status.Should().Be(HttpStatusCode.BadRequest);
        alice.Url.AbsolutePath.Should().Be("/Error");
    }

    [Fact]
    public async Task A_wrong_verifier_is_refused()
    {
        using var alice = await SignedInAsync();
        var answer = await AuthorizeAsync(alice, Web);

        var tokens = await Web.RedeemAsync(answer["code"], Spa.Verifier);

        tokens.Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_code_that_comes_twice_ends_the_tokens_of_the_first()
    {
        using var alice = await SignedInAsync();
        var answer = await AuthorizeAsync(alice, Web);
        var tokens = await Web.RedeemAsync(answer["code"]);

        var again = await Web.RedeemAsync(answer["code"]);

        again.Error.Should().Be("invalid_grant");
        (await Web.RefreshAsync(tokens.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_code_lives_for_a_minute()
    {
        using var alice = await SignedInAsync();
        var answer = await AuthorizeAsync(alice, Web);

        Server.Time.Advance(TimeSpan.FromSeconds(61));

        (await Web.RedeemAsync(answer["code"])).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_code_of_another_client_is_refused()
    {
        using var alice = await SignedInAsync();
        var answer = await AuthorizeAsync(alice, Web);

        (await Spa.RedeemAsync(answer["code"], Web.Verifier)).Error.Should().Be("invalid_grant");
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/signin-oidc")]
    [InlineData("redirect_uri", "https://localhost:5002/signin-oidc/more")]
    [InlineData("client_id", "nobody")]
    public async Task What_cannot_be_told_to_the_client_is_a_page(string name, string value)
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync(Web.AuthorizeUrl((name, value)));

        alice.Status.Should().Be(HttpStatusCode.BadRequest);
        alice.Url.Authority.Should().Be(LoginServer.Address.Authority);
        alice.Response.Headers.Location.Should().BeNull();
        alice.Html.Should().NotContain("evil.example");
    }

    [Fact]
    public async Task A_pushed_request_needs_nothing_but_its_reference()
    {
        using var alice = await SignedInAsync();
        var parameters = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Web.AuthorizeUrl().Split('?')[1])
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))
            .Append(KeyValuePair.Create("client_secret", "secret"));
        using var form = new FormUrlEncodedContent(parameters);
        using var pushed = await Http.PostAsync("/connect/par", form, Ct);
        var body = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await pushed.Content.ReadAsStringAsync(Ct));
        var reference = body.GetProperty("request_uri").GetString()!;

        var response = await alice.FetchAsideAsync("/connect/authorize?client_id=web&request_uri=" + Uri.EscapeDataString(reference));

        Web.ReadAnswer(response).Should().ContainKey("code");
    }
}
