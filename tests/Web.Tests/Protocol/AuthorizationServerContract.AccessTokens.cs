using System.Net.Http.Headers;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;

namespace CleanLogin.Web.Tests.Protocol;

// Access tokens, and what becomes of the tokens beside them.
public abstract partial class AuthorizationServerContract
{
    [Theory]
    [InlineData(true, AssuranceLevel.MultiFactor)]
    [InlineData(false, AssuranceLevel.SingleFactor)]
    public async Task An_access_token_says_who_signed_in_how_and_when(bool secondFactor, AssuranceLevel level)
    {
        using var alice = await LoggedInAsync(secondFactor: secondFactor);
        var session = await SessionAsync(alice);

        var reading = await ReadAsync((await TokensAsync(alice, Web)).AccessToken!, "api1");

        var grant = reading.Should().BeOfType<AccessTokenReading.Granted>().Subject.Grant;
        grant.Should().Be(new AccessGrant(session!.User, level, DateTimeOffset.FromUnixTimeSeconds(session.AuthenticatedAt.ToUnixTimeSeconds())));
    }

    [Theory]
    [InlineData("passkeys")]
    [InlineData("profile")]
    [InlineData("openid")]
    public async Task A_token_for_something_else_allows_nothing(string scope)
    {
        using var alice = await LoggedInAsync();

        (await ReadAsync((await TokensAsync(alice, Web)).AccessToken!, scope)).Should().BeOfType<AccessTokenReading.ScopeMissing>();
    }

    [Fact]
    public async Task What_is_no_access_token_of_this_server_is_worth_nothing()
    {
        using var alice = await LoggedInAsync();
        var tokens = await TokensAsync(alice, Web);
        var parts = tokens.AccessToken!.Split('.');

        foreach (var token in new[] { "x", tokens.IdentityToken!, tokens.RefreshToken!, $"{parts[0]}.{parts[1]}.{parts[2][1..]}A", $"{parts[0]}.{parts[1]}." })
        {
            (await ReadAsync(token, "api1")).Should().BeOfType<AccessTokenReading.Invalid>();
        }
    }

    [Fact]
    public async Task A_token_is_read_from_the_header_alone()
    {
        using var alice = await LoggedInAsync();
        var token = (await TokensAsync(alice, Web)).AccessToken!;

        (await _port.AskAsync(alice, server => server.ReadAccessTokenAsync("api1", Ct), "?access_token=" + token))
            .Should().BeOfType<AccessTokenReading.Invalid>();
    }

    [Fact]
    public async Task The_token_of_an_account_that_was_disabled_is_worth_nothing()
    {
        using var alice = await LoggedInAsync();
        var token = (await TokensAsync(alice, Web)).AccessToken!;
        await Server.DisableAsync("alice");

        (await ReadAsync(token, "api1")).Should().BeOfType<AccessTokenReading.Invalid>();
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("signed out")]
    public async Task Whoever_introspects_learns_nothing_of_a_token_whose_login_counts_no_more(string why)
    {
        using var alice = await LoggedInAsync();
        var token = (await TokensAsync(alice, Web)).AccessToken!;
        (await Api.IntrospectAsync(token)).IsActive.Should().BeTrue();
        Server.Time.Advance(TimeSpan.FromMinutes(1));
        await (why is "disabled" ? Server.DisableAsync("alice") : Server.EndLoginsAsync("alice"));

        var told = await Api.IntrospectAsync(token);

        told.IsActive.Should().BeFalse();
        told.Claims.Should().ContainSingle("an inactive token tells nothing (RFC 7662 §2.2)");
    }

    [Fact]
    public async Task An_account_that_was_disabled_gets_no_more_tokens()
    {
        using var alice = await LoggedInAsync();
        var tokens = await TokensAsync(alice, Web);
        await Server.DisableAsync("alice");

        (await Web.RefreshAsync(tokens.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_refresh_token_counts_once_and_for_honest_tabs_twice()
    {
        using var alice = await LoggedInAsync();
        var first = await TokensAsync(alice, Web);

        (await Web.RefreshAsync(first.RefreshToken!)).IsError.Should().BeFalse();
        (await Web.RefreshAsync(first.RefreshToken!)).IsError.Should().BeFalse("another tab did the same at that moment");

        Server.Time.Advance(TimeSpan.FromMinutes(1));
        (await Web.RefreshAsync(first.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task A_refresh_token_that_comes_back_late_ends_those_that_came_from_it()
    {
        using var alice = await LoggedInAsync();
        var first = await TokensAsync(alice, Web);
        var second = await Web.RefreshAsync(first.RefreshToken!);
        Server.Time.Advance(TimeSpan.FromMinutes(1));

        await Web.RefreshAsync(first.RefreshToken!);

        (await Web.RefreshAsync(second.RefreshToken!)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task No_code_token_or_verifier_reaches_the_log()
    {
        using var alice = await LoggedInAsync();
        var code = (await AuthorizeAsync(alice, Web, ("login_hint", "alice@hidden.example")))["code"];
        var tokens = await Web.RedeemAsync(code);
        var next = await Web.RefreshAsync(tokens.RefreshToken!);
        await Api.IntrospectAsync(tokens.AccessToken!);

        string[] secrets = [code, tokens.AccessToken!, tokens.RefreshToken!, next.RefreshToken!, Web.Verifier, "secret of the API", "hidden.example"];
        var ours = Server.Logs.Lines.Where(line => !line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)).ToArray();
        foreach (var secret in secrets)
        {
            ours.Should().NotContain(line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        using var alice = await LoggedInAsync();
        var code = (await AuthorizeAsync(alice, Web))["code"];
        (await Web.RedeemAsync(code)).IsError.Should().BeFalse();

        (await Web.RedeemAsync(code)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task An_answer_by_form_post_runs_the_script_of_the_engine_and_no_other()
    {
        using var alice = await LoggedInAsync();

        using var answer = await alice.FetchAsideAsync(Web.AuthorizeUrl(("response_mode", "form_post")));

        var html = await answer.Content.ReadAsStringAsync(Ct);
        var script = System.Text.RegularExpressions.Regex.Match(html, "<script>(.*?)</script>").Groups[1].Value;
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script));
        answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle()
            .Which.Should().Contain($"script-src 'sha256-{Convert.ToBase64String(digest)}';").And.NotContain("unsafe");
    }

    private async Task<AccessTokenReading> ReadAsync(string token, string scope)
    {
        using var application = Server.NewPerson();
        return await _port.AskAsync(
            application, server => server.ReadAccessTokenAsync(scope, Ct), header: new AuthenticationHeaderValue("Bearer", token));
    }
}
