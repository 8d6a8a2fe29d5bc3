using System.Net;
using CleanLogin.Web.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanLogin.Web.Tests.Protocol;

public sealed class InteractionTests : ProtocolTest
{
    private const string CookiePrefix = "__Host-cleanlogin-ix-";

    // What browsers take for one cookie, name and attributes included (RFC 6265 §6.1).
    private const int BrowserLimit = 4096;

    [Fact]
    public async Task Without_a_session_the_person_signs_in_and_comes_back_with_a_code()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());

        await alice.EnrolAsync(returnUrl: returnUrl);

        Web.ReadAnswer(alice.Response).Should().ContainKey("code");
    }

    [Fact]
    public async Task Prompt_none_without_a_session_is_login_required()
    {
        using var nobody = Server.NewPerson();

        (await AuthorizeAsync(nobody, Web, ("prompt", "none")))["error"].Should().Be("login_required");
        nobody.Cookies.Cookies.Should().BeEmpty();
    }

    [Fact]
    public async Task Prompt_none_with_a_session_gives_a_code()
    {
        using var alice = await SignedInAsync();

        (await AuthorizeAsync(alice, Web, ("prompt", "none"))).Should().ContainKey("code");
    }

    [Fact]
    public async Task Prompt_none_for_somebody_else_is_login_required()
    {
        using var alice = await SignedInAsync();
        var hint = (await TokensAsync(alice, Web)).IdentityToken!;
        using var bob = Server.NewPerson();
        await bob.EnrolAsync("bob", "bob");

        (await AuthorizeAsync(bob, Web, ("prompt", "none"), ("id_token_hint", hint)))["error"].Should().Be("login_required");
    }

    [Fact]
    public async Task An_unknown_level_cannot_be_met()
    {
        using var alice = await SignedInAsync();

        (await AuthorizeAsync(alice, Web, ("acr_values", "urn:example:unknown")))["error"]
            .Should().Be("unmet_authentication_requirements");
    }

    [Fact]
    public async Task A_login_older_than_max_age_is_asked_for_again()
    {
        using var alice = await SignedInAsync();
        (await AuthorizeAsync(alice, Web, ("max_age", "60"))).Should().ContainKey("code");

        Server.Time.Advance(TimeSpan.FromSeconds(61));

        await BeginAsync(alice, Web.AuthorizeUrl(("max_age", "60")));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("999999999999999")]
    public async Task A_max_age_beyond_all_time_asks_for_nothing(string maxAge)
    {
        using var alice = await SignedInAsync();

        (await AuthorizeAsync(alice, Web, ("max_age", maxAge))).Should().ContainKey("code");
    }

    [Fact]
    public async Task Prompt_login_is_not_skipped_by_opening_the_return_url_again()
    {
        using var alice = await SignedInAsync();
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("prompt", "login")));

        await BeginAsync(alice, returnUrl);
        await BeginAsync(alice, returnUrl);
    }

    [Fact]
    public async Task Prompt_login_is_answered_once_for_one_login()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl(("prompt", "login")));
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        await alice.EnrolAsync(returnUrl: returnUrl);
        Web.ReadAnswer(alice.Response).Should().ContainKey("code");
        Server.Time.Advance(TimeSpan.FromSeconds(1));

        await BeginAsync(alice, returnUrl);
    }

    [Fact]
    public async Task A_long_state_still_fits_into_a_cookie()
    {
        using var alice = Server.NewPerson();

        await BeginAsync(alice, Web.AuthorizeUrl(("state", new string('s', 4000))));

        var cookie = alice.Cookies.Cookies.Single(pair => pair.Key.StartsWith(CookiePrefix, StringComparison.Ordinal));
        (cookie.Key.Length + cookie.Value.Length).Should().BeLessThan(BrowserLimit - 200);
    }

    [Fact]
    public async Task The_newest_requests_are_kept()
    {
        using var alice = Server.NewPerson();
        for (var tab = 0; tab < 8; tab++)
        {
            await BeginAsync(alice, Web.AuthorizeUrl(("state", $"tab {tab}")));
        }

        var before = Names(alice);
        await BeginAsync(alice, Web.AuthorizeUrl(("state", "one more")));

        Names(alice).Should().HaveCount(8);
        Names(alice).Should().NotContain(before[0]).And.Contain(before[7]);
    }

    [Theory]
    [InlineData("the-state", "another-state")]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    [InlineData("/connect/authorize", "/connect/endsession")]
    [InlineData("/connect/authorize", "https://evil.example/connect/authorize")]
    public async Task A_return_url_that_was_changed_stands_for_no_request(string part, string change)
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        (await NamesTheClientAsync(alice, returnUrl)).Should().BeTrue();

        (await NamesTheClientAsync(alice, returnUrl.Replace(part, change, StringComparison.Ordinal))).Should().BeFalse();
    }

    [Fact]
    public async Task A_return_url_of_another_browser_stands_for_no_request()
    {
        using var alice = Server.NewPerson();
        var returnUrl = await BeginAsync(alice, Web.AuthorizeUrl());
        using var bob = Server.NewPerson();

        (await NamesTheClientAsync(bob, returnUrl)).Should().BeFalse();
    }

    [Fact]
    public async Task Tabs_do_not_disturb_each_other()
    {
        using var alice = Server.NewPerson();
        var first = await BeginAsync(alice, Web.AuthorizeUrl(("state", "first")));
        var second = await BeginAsync(alice, Web.AuthorizeUrl(("state", "second")));

        await alice.EnrolAsync(returnUrl: first);
        var answer = Web.ReadAnswer(alice.Response);
        var other = Web.ReadAnswer(await alice.FetchAsideAsync(second));

        answer["state"].Should().Be("first");
        other["state"].Should().Be("second");
    }

    private static async Task<bool> NamesTheClientAsync(Person person, string returnUrl)
    {
        await person.OpenAsync("/Account/Login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));
        person.Status.Should().Be(HttpStatusCode.OK);
        return person.Html.Contains("Sample application", StringComparison.Ordinal);
    }

    private static string[] Names(Person person) =>
        [.. person.Cookies.Cookies.Keys.Where(name => name.StartsWith(CookiePrefix, StringComparison.Ordinal))];

    // Asks, expects to be sent to the login page, and gives the return URL.
    private static async Task<string> BeginAsync(Person person, string url)
    {
        using var response = await person.FetchAsideAsync(url);
        response.StatusCode.Should().Be(HttpStatusCode.Found);
        var location = new Uri(LoginServer.Address, response.Headers.Location!);
        location.AbsolutePath.Should().Be("/Account/Login");
        return QueryHelpers.ParseQuery(location.Query)["ReturnUrl"].ToString();
    }
}
