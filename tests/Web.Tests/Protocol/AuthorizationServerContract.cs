using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Protocol;

/// <summary>
/// What every protocol engine has to keep to, said in the words of the port and tried on a running host, by real HTTP and real cookies.
/// The engine is the one that the host was built with.
/// </summary>
public abstract partial class AuthorizationServerContract(ITestDatabases databases) : ProtocolTest(databases)
{
    private readonly PortRequests _port = new();
    private readonly WatchedPolicy.Notes _policy = new();

    [Fact]
    public async Task A_waiting_request_is_found_as_the_client_made_it()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(
            ("acr_values", "phr urn:cleanlogin:aal2"),
            ("prompt", "login"),
            ("login_hint", "alice"),
            ("max_age", "60"),
            ("ui_locales", "de en")));

        var context = await FindAsync(alice, returnUrl);

        context.Should().BeEquivalentTo(new AuthorizationContext
        {
            ReturnUrl = returnUrl,
            ClientId = "web",
            ClientName = "Sample application",
            RedirectUri = "https://localhost:5002/signin-oidc",
            BeganAt = Server.Time.GetUtcNow(),
            Scopes = ["openid", "profile", "email", "api1", "offline_access"],
            AcrValues = ["phr", "urn:cleanlogin:aal2"],
            Prompts = ["login"],
            LoginHint = "alice",
            MaxAge = TimeSpan.FromSeconds(60),
            UiLocales = ["de", "en"],
        });
    }

    [Fact]
    public async Task However_often_it_is_opened_a_waiting_request_began_when_it_first_came()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        var began = Server.Time.GetUtcNow();
        Server.Time.Advance(TimeSpan.FromSeconds(1));

        await BeginAsync(alice, returnUrl);

        (await FindAsync(alice, returnUrl))!.BeganAt.Should().Be(began);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("?")]
    [InlineData("/Account/Login")]
    [InlineData("/connect/authorize")]
    [InlineData("/connect/authorize?client_id=web")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/connect/authorize?client_id=web")]
    [InlineData("/\\evil.example/connect/authorize?client_id=web")]
    [InlineData("javascript:alert(1)")]
    public async Task What_no_client_asked_for_is_not_ours(string? returnUrl)
    {
        using var alice = Server.NewPerson();
        await BeginAsync(alice, Web.AuthorizeUrl());

        (await FindAsync(alice, returnUrl)).Should().BeNull();
    }

    [Theory]
    [InlineData("client_id=web", "client_id=spa")]
    [InlineData("client_id=web", "client_id=nobody")]
    [InlineData("localhost%3A5002", "evil.example")]
    [InlineData("the-state", "another-state")]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    [InlineData("/connect/authorize", "/connect/endsession")]
    [InlineData("/connect/authorize", "https://evil.example/connect/authorize")]
    [InlineData("/connect/authorize", "//evil.example/connect/authorize")]
    public async Task A_return_url_that_was_changed_stands_for_no_request(string part, string change)
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        returnUrl.Should().Contain(part);
        (await FindAsync(alice, returnUrl)).Should().NotBeNull();

        (await FindAsync(alice, returnUrl.Replace(part, change, StringComparison.Ordinal))).Should().BeNull();
    }

    [Fact]
    public async Task A_return_url_of_another_browser_stands_for_no_request()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        using var bob = Server.NewPerson();

        (await FindAsync(bob, returnUrl)).Should().BeNull();
    }

    [Fact]
    public async Task An_error_that_no_client_may_hear_of_is_told_by_its_reference()
    {
        using var alice = Server.NewPerson();
        using var response = await alice.FetchAsideAsync(Web.AuthorizeUrl(("client_id", "nobody")));
        var page = new Uri(LoginServer.Address, response.Headers.Location!);
        page.GetLeftPart(UriPartial.Path).Should().Be(LoginServer.Address + "Error");

        var error = await ErrorAsync(alice, ReferenceIn(page));

        error!.Code.Should().BeOneOf("invalid_request", "invalid_client", "unauthorized_client");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("../../etc/passwd")]
    public async Task A_reference_that_the_engine_did_not_give_is_no_error(string? reference)
    {
        using var alice = Server.NewPerson();

        (await ErrorAsync(alice, reference)).Should().BeNull();
    }

    // At present: engines look at the machine's own clock where they read tokens. In whole seconds, which every database keeps.
    private protected sealed override LoginServer Start(IReadOnlyDictionary<string, string> settings) =>
        new(time: new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds())), settings: settings, services: services => services
            .AddSingleton<IStartupFilter>(_port)
            .Decorate<IInteractionPolicy>((own, _) => new WatchedPolicy(own, _policy)));

    private static string ReferenceIn(Uri page) => QueryHelpers.ParseQuery(page.Query).Single().Value.ToString();

    private Task<AuthorizationContext?> FindAsync(Person person, string? returnUrl) =>
        _port.AskAsync(person, server => server.FindAuthorizationAsync(returnUrl, Ct));

    private Task<LoginSession?> SessionAsync(Person person) => _port.AskAsync(person, server => server.GetSessionAsync(Ct));

    private Task<ProtocolError?> ErrorAsync(Person person, string? reference) =>
        _port.AskAsync(person, server => server.GetErrorAsync(reference, Ct));

    /// <summary>A login that has succeeded now, by two factors unless said otherwise.</summary>
    private async Task<LoginCompletion> ALoginAsync(string username = "alice", bool secondFactor = true, bool persistent = false)
    {
        var account = await Server.Services.GetRequiredService<IAccounts>().FindAsync(Username.Parse(username)!, Ct);
        var login = Given.ALoginTransaction().Of(Given.AnAccount().Named(username).WithId(account!.Id)).At(Server.Time.GetUtcNow());
        login = persistent ? login.Persistent() : login;
        login = secondFactor ? login.Succeeded() : login.SucceededByPassword();
        return new LoginCompletion(login.Build().Ticket!, account.DisplayName);
    }

    private async Task<Continuation?> LogInAsync(Person person, LoginCompletion login, string? returnUrl = null)
    {
        var context = returnUrl is null ? null : await FindAsync(person, returnUrl);
        return await _port.AskAsync(person, server => server.CompleteLoginAsync(login, context, Ct));
    }

    /// <summary>Somebody who has just logged in.</summary>
    private async Task<Person> LoggedInAsync(string username = "alice", bool secondFactor = true)
    {
        var person = Server.NewPerson();
        await LogInAsync(person, await ALoginAsync(username, secondFactor));
        return person;
    }

    /// <summary>A browser that holds a copy of the cookies of another.</summary>
    private Person CopyOf(Person person)
    {
        var copy = Server.NewPerson();
        foreach (var (name, value) in person.Cookies.Cookies)
        {
            copy.Cookies.Set(name, value);
        }

        return copy;
    }
}
