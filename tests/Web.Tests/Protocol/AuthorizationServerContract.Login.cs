using CleanLogin.Application.Ports;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Protocol;

// Sessions: how they begin, what they say, and how a request is denied.
public abstract partial class AuthorizationServerContract
{
    [Fact]
    public async Task Before_a_login_there_is_no_session()
    {
        using var alice = Server.NewPerson();
        await BeginAsync(alice, Web.AuthorizeUrl());

        (await SessionAsync(alice)).Should().BeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_begins_a_session_that_says_who_by_what_and_when(bool secondFactor)
    {
        var login = await ALoginAsync(secondFactor: secondFactor);
        using var alice = Server.NewPerson();
        await LogInAsync(alice, login);
        Server.Time.Advance(TimeSpan.FromSeconds(1));

        var session = await SessionAsync(alice);

        session!.User.Should().Be(login.Ticket.User);
        session.DisplayName.Should().Be(login.DisplayName);
        session.AuthenticatedAt.Should().Be(login.Ticket.AuthenticatedAt);
        session.Methods.Items.Should().Equal(login.Ticket.Methods.Items);
    }

    [Fact]
    public async Task The_same_request_sees_the_session_that_it_began()
    {
        var login = await ALoginAsync();
        using var alice = Server.NewPerson();

        var session = await _port.AskAsync(alice, async server =>
        {
            await server.CompleteLoginAsync(login, null, Ct);
            return await server.GetSessionAsync(Ct);
        });

        session!.User.Should().Be(login.Ticket.User);
    }

    [Theory]
    [InlineData(true, "urn:cleanlogin:aal2", "pwd", "otp", "mfa")]
    [InlineData(false, "urn:cleanlogin:aal1", "pwd")]
    public async Task The_tokens_say_how_the_person_logged_in(bool secondFactor, string acr, params string[] amr)
    {
        var login = await ALoginAsync(secondFactor: secondFactor);
        using var alice = Server.NewPerson();
        await LogInAsync(alice, login);
        Server.Time.Advance(TimeSpan.FromMinutes(1));

        var identity = Payload((await TokensAsync(alice, Web)).IdentityToken!);

        identity.GetProperty("sub").GetString().Should().Be(login.Ticket.User.Value);
        identity.GetProperty("acr").GetString().Should().Be(acr);
        Strings(identity.GetProperty("amr")).Should().Equal(amr);
        identity.GetProperty("auth_time").GetInt64().Should().Be(login.Ticket.AuthenticatedAt.ToUnixTimeSeconds());
        identity.GetProperty("name").GetString().Should().Be("Alice Smith");
    }

    [Fact]
    public async Task A_login_that_no_client_waits_for_leads_nowhere()
    {
        using var alice = Server.NewPerson();

        (await LogInAsync(alice, await ALoginAsync())).Should().BeNull();
        (await SessionAsync(alice)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_login_goes_on_to_the_answer_of_the_waiting_request()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());

        var next = await LogInAsync(alice, await ALoginAsync(), returnUrl);

        Web.ReadAnswer(await alice.FetchAsideAsync(next!.Url)).Should().ContainKey("code").And.Contain("state", "the-state");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_asked_to_stay_signed_in_stays_so_when_the_browser_is_closed_and_nobody_else(bool persistent)
    {
        using var alice = Server.NewPerson();
        await LogInAsync(alice, await ALoginAsync(persistent: persistent));

        alice.Cookies.CloseBrowser();

        (await SessionAsync(alice) is not null).Should().Be(persistent);
    }

    [Fact]
    public async Task A_login_ends_the_session_that_was_there_wherever_its_cookies_are()
    {
        using var alice = await LoggedInAsync("bob");
        using var copy = CopyOf(alice);
        (await SessionAsync(copy)).Should().NotBeNull("the copy is as good as the original, so far");

        await LogInAsync(alice, await ALoginAsync());

        (await SessionAsync(alice))!.DisplayName.Should().Be("Alice Smith");
        (await SessionAsync(copy)).Should().BeNull();
    }

    [Fact]
    public async Task A_session_does_not_last_for_ever()
    {
        using var alice = await LoggedInAsync();

        // Its lifetime and no longer: every timer of the server ticks through the time that is wound.
        Server.Time.Advance(TimeSpan.FromDays(1));

        (await SessionAsync(alice)).Should().BeNull();
    }

    [Fact]
    public async Task Cookies_that_were_changed_are_no_session()
    {
        using var alice = await LoggedInAsync();
        foreach (var (name, value) in alice.Cookies.Cookies.ToArray())
        {
            alice.Cookies.Set(name, (value[0] == 'A' ? 'B' : 'A') + value[1..]);
        }

        (await SessionAsync(alice)).Should().BeNull();
    }

    [Theory]
    [InlineData(AuthorizationDenial.AccessDenied, "access_denied")]
    [InlineData(AuthorizationDenial.LoginRequired, "login_required")]
    [InlineData(AuthorizationDenial.UnmetAuthenticationRequirements, "unmet_authentication_requirements")]
    public async Task A_denial_is_the_answer_to_the_client(AuthorizationDenial denial, string error)
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());

        var answer = await DenyAsync(alice, returnUrl, denial);

        answer["error"].Should().Be(error);
        answer["state"].Should().Be("the-state");
        answer["iss"].Should().Be(LoginServer.Address.AbsoluteUri);
    }

    [Fact]
    public async Task A_denied_request_gives_no_code_though_there_is_a_session()
    {
        using var alice = await LoggedInAsync();
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("prompt", "login")));

        (await DenyAsync(alice, returnUrl, AuthorizationDenial.AccessDenied)).Should().NotContainKey("code");

        (await SessionAsync(alice)).Should().NotBeNull("saying no is not logging out");
    }

    private async Task<Dictionary<string, string>> DenyAsync(Person person, string returnUrl, AuthorizationDenial denial)
    {
        var context = await FindAsync(person, returnUrl);
        var next = await _port.AskAsync(person, server => server.DenyAsync(context!, denial, Ct));
        return Web.ReadAnswer(await person.FetchAsideAsync(next.Url));
    }
}
