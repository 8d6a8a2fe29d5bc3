using CleanLogin.Application.Ports;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Protocol;

// The policy: asked on every pass and obeyed, so that freshness, levels and blocked accounts are the same with every engine.
public abstract partial class AuthorizationServerContract
{
    [Fact]
    public async Task The_policy_is_asked_on_every_pass()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        var began = Server.Time.GetUtcNow();
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        var login = await ALoginAsync();
        await LogInAsync(alice, login, returnUrl);

        await alice.FetchAsideAsync(returnUrl);
        await AuthorizeAsync(alice, Web, ("prompt", "none"));

        var asked = _policy.Questions.ToArray();
        asked.Select(question => question.Session?.User).Should().Equal(null, login.Ticket.User, login.Ticket.User);
        asked.Take(2).Should().OnlyContain(question => question.Context.BeganAt == began, "it is one request");
        asked[^1].Context.Prompts.Should().Equal("none");
    }

    [Theory]
    [InlineData(AuthorizationDenial.AccessDenied, "access_denied")]
    [InlineData(AuthorizationDenial.LoginRequired, "login_required")]
    [InlineData(AuthorizationDenial.UnmetAuthenticationRequirements, "unmet_authentication_requirements")]
    public async Task What_the_policy_refuses_gets_no_code(AuthorizationDenial denial, string error)
    {
        using var alice = await LoggedInAsync();
        _policy.Answer = new InteractionRequirement.Refuse(denial);

        (await AuthorizeAsync(alice, Web))["error"].Should().Be(error);
    }

    [Fact]
    public async Task Where_the_policy_wants_a_login_a_session_is_not_enough()
    {
        using var alice = await LoggedInAsync();
        _policy.Answer = new InteractionRequirement.Authenticate();

        await BeginAsync(alice, Web.AuthorizeUrl());
    }

    [Fact]
    public async Task Who_has_a_session_is_not_asked_again()
    {
        using var alice = await LoggedInAsync();

        (await AuthorizeAsync(alice, Web)).Should().ContainKey("code");
        (await AuthorizeAsync(alice, Web, ("prompt", "none"))).Should().ContainKey("code");
    }

    [Fact]
    public async Task Prompt_login_is_not_skipped_by_opening_the_return_url_again()
    {
        using var alice = await LoggedInAsync();
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("prompt", "login")));

        await BeginAsync(alice, returnUrl);
        await BeginAsync(alice, returnUrl);
    }

    [Theory]
    [InlineData("max_age", "60", "suppressed_max_age")]
    [InlineData("prompt", "login", "suppressed_prompt")]
    public async Task What_a_client_has_pushed_is_not_loosened_from_the_browser(string name, string value, string loosened)
    {
        using var alice = await LoggedInAsync();
        Server.Time.Advance(TimeSpan.FromSeconds(61));
        var pushed = await Web.PushAsync((name, value));
        await BeginAsync(alice, pushed);

        using var answer = await alice.FetchAsideAsync($"{pushed}&{loosened}={value}");

        answer.Headers.Location!.OriginalString.Should().NotContain("code=");
    }

    [Theory]
    [InlineData("acr_values", "urn:cleanlogin:aal2")]
    [InlineData("prompt", "login")]
    public async Task A_request_that_is_posted_is_not_the_one_that_its_address_names(string name, string value)
    {
        using var alice = Server.NewPerson();
        var easy = await BeginAsync(alice, Web.AuthorizeUrl());
        await LogInAsync(alice, await ALoginAsync(secondFactor: false), easy);
        Server.Time.Advance(TimeSpan.FromSeconds(1));

        using var answer = await alice.PostAsideAsync(
            easy, new Uri(LoginServer.Address, Web.AuthorizeUrl((name, value))).Query[1..], "application/x-www-form-urlencoded");

        new Uri(LoginServer.Address, answer.Headers.Location!).AbsolutePath.Should().Be("/Account/Login");
    }

    [Fact]
    public async Task Prompt_login_is_answered_once_for_one_login()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("prompt", "login")));
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        var next = await LogInAsync(alice, await ALoginAsync(), returnUrl);
        Web.ReadAnswer(await alice.FetchAsideAsync(next!.Url)).Should().ContainKey("code");
        Server.Time.Advance(TimeSpan.FromSeconds(1));

        await BeginAsync(alice, returnUrl);
    }

    [Fact]
    public async Task Freshness_is_finer_than_a_second()
    {
        using var alice = await LoggedInAsync();
        Server.Time.Advance(TimeSpan.FromMilliseconds(1));
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("prompt", "login")));
        Server.Time.Advance(TimeSpan.FromMilliseconds(1));

        await LogInAsync(alice, await ALoginAsync(), returnUrl);

        Web.ReadAnswer(await alice.FetchAsideAsync(returnUrl)).Should().ContainKey("code");
    }

    [Fact]
    public async Task A_login_older_than_max_age_is_asked_for_again()
    {
        using var alice = await LoggedInAsync();
        (await AuthorizeAsync(alice, Web, ("max_age", "60"))).Should().ContainKey("code");

        Server.Time.Advance(TimeSpan.FromSeconds(61));

        await BeginAsync(alice, Web.AuthorizeUrl(("max_age", "60")));
    }

    [Fact]
    public async Task A_level_that_the_session_lacks_is_asked_for_and_then_given()
    {
        using var alice = await LoggedInAsync(secondFactor: false);
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("acr_values", "urn:cleanlogin:aal2")));

        await LogInAsync(alice, await ALoginAsync(), returnUrl);

        Web.ReadAnswer(await alice.FetchAsideAsync(returnUrl)).Should().ContainKey("code");
    }

    [Fact]
    public async Task Who_has_just_logged_in_and_still_lacks_the_level_is_not_asked_in_a_circle()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("acr_values", "urn:cleanlogin:aal2")));

        await LogInAsync(alice, await ALoginAsync(secondFactor: false), returnUrl);

        Web.ReadAnswer(await alice.FetchAsideAsync(returnUrl))["error"].Should().Be("unmet_authentication_requirements");
    }

    [Fact]
    public async Task An_unknown_level_cannot_be_met()
    {
        using var alice = await LoggedInAsync();

        (await AuthorizeAsync(alice, Web, ("acr_values", "urn:example:unknown")))["error"].Should().Be("unmet_authentication_requirements");
    }

    [Fact]
    public async Task A_session_of_an_account_that_was_disabled_gets_no_code()
    {
        using var alice = await LoggedInAsync();
        await Server.DisableAsync("alice");

        (await AuthorizeAsync(alice, Web))["error"].Should().Be("access_denied");
        (await AuthorizeAsync(alice, Web, ("prompt", "none")))["error"].Should().Be("access_denied");
    }

    [Fact]
    public async Task An_account_that_is_disabled_while_its_request_waits_gets_no_code()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        await LogInAsync(alice, await ALoginAsync(), returnUrl);
        await Server.DisableAsync("alice");

        Web.ReadAnswer(await alice.FetchAsideAsync(returnUrl))["error"].Should().Be("access_denied");
    }

    [Fact]
    public async Task Tabs_do_not_disturb_each_other()
    {
        using var alice = Server.NewPerson();
        var first = await BeginAsync(alice, Web.AuthorizeUrl(("state", "first")));
        var second = await BeginAsync(alice, Web.AuthorizeUrl(("state", "second")));

        await LogInAsync(alice, await ALoginAsync(), first);

        Web.ReadAnswer(await alice.FetchAsideAsync(first))["state"].Should().Be("first");
        Web.ReadAnswer(await alice.FetchAsideAsync(second))["state"].Should().Be("second");
    }
}
