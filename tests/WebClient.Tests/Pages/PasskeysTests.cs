using System.Net;
using CleanLogin.WebClient.Tests.Fakes;

namespace CleanLogin.WebClient.Tests.Pages;

public sealed class PasskeysTests : IAsyncLifetime
{
    private const string Api = "/api/passkeys";
    private const string Begin = "/Passkeys?handler=Begin";

    private RunningClient _client = null!;
    private Browser _browser = null!;

    private FakeLoginServer LoginServer => _client.LoginServer;

    public async ValueTask InitializeAsync()
    {
        _client = await RunningClient.StartAsync();
        _browser = _client.OpenBrowser();
        await _browser.SignInAsync(FakeLoginServer.TwoFactorLogin());
        LoginServer.SeenAuthorizations.Clear();
        LoginServer.PasskeyAnswers[Api] = () => FakeLoginServer.Json(new
        {
            api = "https://passkeys.example/v1",
            tenant = "tenant",
            passkeys = new[] { new { label = "Phone", addedAt = "2026-06-01T12:00:00Z" } },
        });
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _client.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_not_signed_in_is_sent_to_the_login_server_first()
    {
        using var stranger = _client.OpenBrowser();

        (await stranger.GetAsync("/Passkeys")).Location.Should().StartWith($"{FakeLoginServer.Issuer}/authorize?");
    }

    [Fact]
    public async Task Passkeys_are_listed_with_the_access_token_and_opening_the_page_asks_for_nothing_more()
    {
        var page = await _browser.GetAsync("/Passkeys");

        page.Html.Should().Contain("Phone").And.Contain("1 June 2026").And.NotContain("access-1");
        LoginServer.SeenAuthorizations.Should().Equal("Bearer access-1");
    }

    [Fact]
    public async Task The_token_to_add_one_is_in_the_answer_to_the_script_alone()
    {
        LoginServer.PasskeyAnswers[Api + "/enrolment"] = () =>
            FakeLoginServer.Json(new { api = "https://passkeys.example/v1", tenant = "tenant", token = "canary" });

        var answer = await PostAsync(Begin);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Html.Should().Contain("canary");
        (await _browser.GetAsync("/Passkeys")).Html.Should().NotContain("canary");
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "error=\"insufficient_user_authentication\"", "StepUpNeeded")]
    [InlineData(HttpStatusCode.Unauthorized, "error=\"invalid_token\"", "TokenRefused")]
    [InlineData(HttpStatusCode.Forbidden, "error=\"insufficient_scope\"", "TokenRefused")]
    [InlineData(HttpStatusCode.Conflict, "", "Refused")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", "Unavailable")]
    public async Task The_script_is_told_what_stands_in_the_way(HttpStatusCode status, string challenge, string told)
    {
        LoginServer.PasskeyAnswers[Api + "/enrolment"] = () => FakeLoginServer.Challenge(status, challenge);

        var answer = await PostAsync(Begin);

        answer.Status.Should().Be(HttpStatusCode.Conflict);
        answer.Html.Should().Be($"{{\"status\":\"{told}\"}}");
    }

    [Fact]
    public async Task Confirming_asks_for_two_factors_of_the_last_ten_minutes()
    {
        var answer = await PostAsync("/Passkeys?handler=Confirm");

        answer.Query["acr_values"].Should().Be("urn:cleanlogin:aal2");
        answer.Query["max_age"].Should().Be("600");
    }

    [Theory]
    [InlineData(true, "The passkey was added")]
    [InlineData(false, "No new passkey has arrived")]
    public async Task Whether_one_was_added_the_login_server_says(bool added, string told)
    {
        LoginServer.PasskeyAnswers[Api + "/enrolment/completion"] = () => FakeLoginServer.Json(new { added });

        (await PostAsync("/Passkeys?handler=Complete")).Html.Should().Contain(told);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "offers no passkeys")]
    [InlineData(HttpStatusCode.Unauthorized, "does not accept this sign-in any more")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "cannot say anything about your passkeys right now")]
    public async Task Where_there_is_no_list_the_page_says_why(HttpStatusCode status, string told)
    {
        LoginServer.PasskeyAnswers[Api] = () => new HttpResponseMessage(status);

        var page = await _browser.GetAsync("/Passkeys");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Html.Should().Contain(told).And.NotContain("Add a passkey");
    }

    [Fact]
    public async Task Scripts_run_and_call_out_on_this_page_alone()
    {
        (await PolicyAsync("/Passkeys")).Should().Contain("script-src 'self'").And.Contain("connect-src 'self' https://passkeys.example");
        (await PolicyAsync("/Tokens")).Should().NotContain("script-src").And.NotContain("passkeys.example");
    }

    private async Task<string> PolicyAsync(string url) => (await _browser.GetAsync(url)).Header("Content-Security-Policy");

    private async Task<Answer> PostAsync(string url) =>
        await _browser.PostAsync(url, ("__RequestVerificationToken", await _browser.FormTokenAsync("/Passkeys")));
}
