using System.Net;
using CleanLogin.Testing.Databases;
using Duende.IdentityModel.Client;

namespace CleanLogin.Web.Tests.Protocol;

public abstract class TokenTests(ITestDatabases databases) : ProtocolTest(databases)
{
    [Fact]
    public async Task A_service_gets_a_token_for_itself()
    {
        var tokens = await ServiceTokenAsync("secret");

        tokens.IsError.Should().BeFalse(tokens.Raw);
        var access = Payload(tokens.AccessToken!);
        access.GetProperty("sub").GetString().Should().Be("client");
        access.GetProperty("aud").GetString().Should().Be("api1");
        tokens.RefreshToken.Should().BeNull();
    }

    [Fact]
    public async Task Tokens_that_others_read_leave_no_row()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);
        var before = await Server.StoredTokensAsync();

        (await ServiceTokenAsync("secret")).IsError.Should().BeFalse();
        (await Server.StoredTokensAsync()).Should().Be(before);

        (await Web.RefreshAsync(tokens.RefreshToken!)).IsError.Should().BeFalse();
        (await Server.StoredTokensAsync()).Should().Be(before + 1, "the new refresh token has one");
        Payload(tokens.IdentityToken!).EnumerateObject().Select(claim => claim.Name).Should().NotContain(name => name.StartsWith("oi_"), "they are names of rows");
    }

    [Fact]
    public async Task An_access_token_cannot_be_revoked_and_the_application_is_told_so()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);

        var answer = await Web.RevokeAsync(tokens.AccessToken!);

        answer.Error.Should().Be("unsupported_token_type");
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var tokens = await ServiceTokenAsync("wrong");

        tokens.HttpStatusCode.Should().Be(HttpStatusCode.Unauthorized);
        tokens.AccessToken.Should().BeNull();
    }

    [Fact]
    public async Task A_scope_that_is_not_the_clients_is_refused() =>
        (await ServiceTokenAsync("secret", "profile")).IsError.Should().BeTrue();

    [Fact]
    public async Task A_refresh_token_is_replaced_and_keeps_the_time_of_the_login()
    {
        using var alice = await SignedInAsync();
        var first = await TokensAsync(alice, Web);
        Server.Time.Advance(TimeSpan.FromMinutes(10));

        var second = await Web.RefreshAsync(first.RefreshToken!);

        second.IsError.Should().BeFalse(second.Raw);
        second.RefreshToken.Should().NotBe(first.RefreshToken);
        var identity = Payload(second.IdentityToken!);
        identity.GetProperty("auth_time").GetInt64().Should().Be(Payload(first.IdentityToken!).GetProperty("auth_time").GetInt64());
        Strings(identity.GetProperty("amr")).Should().Equal("pwd", "otp", "mfa");
        identity.GetProperty("acr").GetString().Should().Be("urn:cleanlogin:aal2");
    }

    [Fact]
    public async Task Two_tabs_that_refresh_at_once_both_go_on()
    {
        using var alice = await SignedInAsync();
        var first = await TokensAsync(alice, Web);

        (await Web.RefreshAsync(first.RefreshToken!)).IsError.Should().BeFalse();
        (await Web.RefreshAsync(first.RefreshToken!)).IsError.Should().BeFalse();
    }

    [Fact]
    public async Task A_refresh_token_that_comes_back_late_ends_its_successors()
    {
        using var alice = await SignedInAsync();
        var first = await TokensAsync(alice, Web);
        var second = await Web.RefreshAsync(first.RefreshToken!);
        Server.Time.Advance(TimeSpan.FromMinutes(1));

        var stolen = await Web.RefreshAsync(first.RefreshToken!);

        stolen.Error.Should().Be("invalid_grant");
        (await Web.RefreshAsync(second.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Its_access_tokens_count_no_more_where_somebody_asks()
    {
        using var alice = await SignedInAsync();
        var first = await TokensAsync(alice, Web);
        var second = await Web.RefreshAsync(first.RefreshToken!);
        Server.Time.Advance(TimeSpan.FromMinutes(1));
        (await Api.IntrospectAsync(second.AccessToken!)).IsActive.Should().BeTrue();

        await Web.RefreshAsync(first.RefreshToken!);

        (await Api.IntrospectAsync(second.AccessToken!)).IsActive.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Revoking_a_refresh_token_ends_the_access_tokens_beside_it(bool afterARefresh)
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);
        if (afterARefresh)
        {
            tokens = await Web.RefreshAsync(tokens.RefreshToken!);
        }

        (await Web.RevokeAsync(tokens.RefreshToken!)).IsError.Should().BeFalse();

        (await Api.IntrospectAsync(tokens.AccessToken!)).IsActive.Should().BeFalse();
        (await UserInfoAsync(tokens.AccessToken!)).HttpStatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Refreshing_does_not_put_off_the_end()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);
        Server.Time.Advance(TimeSpan.FromDays(10));
        tokens = await Web.RefreshAsync(tokens.RefreshToken!);
        tokens.IsError.Should().BeFalse(tokens.Raw);

        Server.Time.Advance(TimeSpan.FromDays(5));

        (await Web.RefreshAsync(tokens.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_revoked_refresh_token_is_refused()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);

        (await Web.RevokeAsync(tokens.RefreshToken!)).IsError.Should().BeFalse();

        (await Web.RefreshAsync(tokens.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Userinfo_says_what_the_scopes_allow()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);

        var info = await UserInfoAsync(tokens.AccessToken!);

        info.IsError.Should().BeFalse(info.Raw);
        info.Json!.Value.GetProperty("sub").GetString().Should().Be(Payload(tokens.IdentityToken!).GetProperty("sub").GetString());
        info.Json!.Value.GetProperty("name").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Userinfo_without_a_good_token_is_refused() =>
        (await UserInfoAsync("nonsense")).HttpStatusCode.Should().Be(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task An_api_learns_by_introspection_how_the_person_signed_in()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);

        var told = await Api.IntrospectAsync(tokens.AccessToken!);

        told.IsActive.Should().BeTrue(told.Raw);
        told.Json!.Value.GetProperty("acr").GetString().Should().Be("urn:cleanlogin:aal2");
        told.Json!.Value.GetProperty("auth_time").GetInt64().Should().Be(Payload(tokens.AccessToken!).GetProperty("auth_time").GetInt64());
        Strings(told.Json!.Value.GetProperty("amr")).Should().Contain("mfa");
    }

    [Fact]
    public async Task Introspection_calls_nonsense_inactive()
    {
        var told = await Api.IntrospectAsync("nonsense");

        told.IsError.Should().BeFalse(told.Raw);
        told.IsActive.Should().BeFalse();
    }

    [Fact]
    public async Task A_service_is_no_person_and_gets_no_id_token()
    {
        var tokens = await ServiceTokenAsync("secret", "openid api1");

        tokens.IsError.Should().BeFalse(tokens.Raw);
        tokens.IdentityToken.Should().BeNull();
        Payload(tokens.AccessToken!).GetProperty("scope").GetString().Should().Be("api1");
    }

    [Fact]
    public async Task Userinfo_takes_no_token_from_an_address()
    {
        using var alice = await SignedInAsync();
        var tokens = await TokensAsync(alice, Web);

        using var response = await Http.GetAsync("/connect/userinfo?access_token=" + tokens.AccessToken, Ct);

        response.IsSuccessStatusCode.Should().BeFalse();
    }

    [Theory]
    [InlineData("/connect/token", "POST", true)]
    [InlineData("/connect/userinfo", "GET", true)]
    [InlineData("/.well-known/openid-configuration", "GET", true)]
    [InlineData("/.well-known/jwks", "GET", true)]
    [InlineData("/connect/authorize", "GET", false)]
    [InlineData("/Account/Login", "GET", false)]
    public async Task Scripts_of_other_origins_reach_what_carries_no_cookie(string path, string method, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", "https://spa.example");
        request.Headers.Add("Access-Control-Request-Method", method);

        using var response = await Http.SendAsync(request, Ct);

        response.Headers.Contains("Access-Control-Allow-Origin").Should().Be(allowed);
        response.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
    }

    private async Task<TokenResponse> ServiceTokenAsync(string secret, string scope = "api1")
    {
        using var request = new ClientCredentialsTokenRequest
        {
            Address = "/connect/token",
            ClientId = "client",
            ClientSecret = secret,
            Scope = scope,
        };
        return await Http.RequestClientCredentialsTokenAsync(request, Ct);
    }
}
