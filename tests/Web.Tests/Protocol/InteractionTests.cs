using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Protocol;

public abstract class InteractionTests(ITestDatabases databases) : ProtocolTest(databases)
{
    private const string CookiePrefix = "__Host-cleanlogin-ix-";

    // What browsers take for one cookie, name and attributes included (RFC 6265 §6.1).
    private const int BrowserLimit = 4096;

    [Fact]
    public async Task Prompt_none_without_a_session_is_login_required()
    {
        using var nobody = Server.NewPerson();

        (await AuthorizeAsync(nobody, Web, ("prompt", "none")))["error"].Should().Be("login_required");
        nobody.Cookies.Cookies.Should().BeEmpty();
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

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("999999999999999")]
    public async Task A_max_age_beyond_all_time_asks_for_nothing(string maxAge)
    {
        using var alice = await SignedInAsync();

        (await AuthorizeAsync(alice, Web, ("max_age", maxAge))).Should().ContainKey("code");
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

    private static string[] Names(Person person) =>
        [.. person.Cookies.Cookies.Keys.Where(name => name.StartsWith(CookiePrefix, StringComparison.Ordinal))];
}
