using System.Net;
using CleanLogin.WebClient.Tests.Fakes;

namespace CleanLogin.WebClient.Tests.SignIn;

public sealed class FailureTests : IAsyncLifetime
{
    private RunningClient _client = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await RunningClient.StartAsync();
        _browser = _client.OpenBrowser();
    }

    [Theory]
    [InlineData("access_denied", "Declined", HttpStatusCode.Forbidden)]
    [InlineData("server_error", "Failed", HttpStatusCode.BadGateway)]
    public async Task An_error_of_the_login_server_is_explained_without_its_words(string error, string failure, HttpStatusCode status)
    {
        var state = Uri.EscapeDataString((await _browser.PressAsync("/", "Sign in")).Query["state"]!);

        var answer = await _browser.GetAsync($"/signin-oidc?error={error}&error_description=call-0900-evil&state={state}");

        answer.Location.Should().Be($"/SignInFailed/{failure}");
        var page = await _browser.GetAsync(answer.Location!);
        page.Status.Should().Be(status);
        page.Html.Should().Contain("Try again").And.NotContain("0900");
    }

    [Theory]
    [InlineData("/signin-oidc")]
    [InlineData("/signin-oidc?code=stolen&state=made-up")]
    public async Task An_answer_to_no_question_is_refused(string url)
    {
        var answer = await _browser.GetAsync(url);

        answer.Location.Should().Be("/SignInFailed/Interrupted");
        _browser.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task An_answer_that_belongs_to_another_browser_is_refused()
    {
        var question = (await _browser.PressAsync("/", "Sign in")).Query;
        var code = _client.LoginServer.IssueCode(question["nonce"]!, FakeLoginServer.PasswordLogin());
        using var other = _client.OpenBrowser();

        var answer = await other.GetAsync($"/signin-oidc?code={code}&state={Uri.EscapeDataString(question["state"]!)}");

        answer.Location.Should().Be("/SignInFailed/Interrupted");
        other.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_login_server_that_is_down_gives_a_page_with_a_way_on()
    {
        _client.LoginServer.IsDown = true;

        var answer = await _browser.PressAsync("/", "Sign in");

        answer.Location.Should().Be("/SignInFailed/Unreachable");
        var page = await _browser.GetAsync(answer.Location!);
        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Html.Should().Contain("Try again");
    }

    [Fact]
    public async Task A_login_server_that_has_no_time_gives_the_same_page()
    {
        _client.LoginServer.IsOverloaded = true;

        var answer = await _browser.PressAsync("/", "Sign in");

        answer.Location.Should().Be("/SignInFailed/Unreachable");
    }

    [Fact]
    public async Task Leaving_is_possible_even_when_the_login_server_was_never_seen()
    {
        _client.LoginServer.IsDown = true;
        var token = await _browser.FormTokenAsync("/");

        var answer = await _browser.PostAsync("/?handler=SignOut", ("__RequestVerificationToken", token));

        answer.Location.Should().Be("/SignedOutHere");
        (await _browser.GetAsync("/SignedOutHere")).Html.Should().Contain("Your session in this application has ended");
    }

    [Fact]
    public async Task A_login_server_that_comes_back_is_found_again()
    {
        _client.LoginServer.IsDown = true;
        await _browser.PressAsync("/", "Sign in");

        _client.LoginServer.IsDown = false;

        (await _browser.PressAsync("/", "Sign in")).Location.Should().StartWith(FakeLoginServer.Issuer);
    }

    [Fact]
    public async Task A_login_server_that_goes_down_before_the_code_is_exchanged_is_named_as_the_cause()
    {
        var question = (await _browser.PressAsync("/", "Sign in")).Query;
        _client.LoginServer.IsDown = true;

        var answer = await _browser.GetAsync($"/signin-oidc?code=c&state={Uri.EscapeDataString(question["state"]!)}");

        answer.Location.Should().Be("/SignInFailed/Unreachable");
    }

    [Fact]
    public async Task A_protected_page_does_not_show_a_stack_trace_when_the_login_server_is_down()
    {
        _client.LoginServer.IsDown = true;

        var page = await _browser.GetAsync("/Tokens");

        page.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        page.Html.Should().Contain("The login server does not answer").And.NotContain("Exception").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("/SignInFailed/0")]
    [InlineData("/SignInFailed/declined")]
    [InlineData("/SignInFailed/Nonsense")]
    [InlineData("/nothing-here")]
    public async Task An_unknown_address_is_not_found(string url)
    {
        var page = await _browser.GetAsync(url);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Html.Should().Contain("There is no such page").And.Contain("Back to the start");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _client.DisposeAsync();
    }
}
