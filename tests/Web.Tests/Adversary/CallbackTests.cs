using System.Net;
using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Attacks on the way back from the second step, with the built-in provider.</summary>
public sealed class CallbackTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_callback_is_good_for_one_session()
    {
        using var alice = _server.NewPerson();
        var callback = await ReachCallbackAsync(alice, "alice");
        await alice.OpenAsync(callback);
        alice.HasSession.Should().BeTrue();
        var session = alice.Cookies.Cookies["__Host-cleanlogin"];

        await alice.OpenAsync(callback);

        alice.Cookies.Cookies["__Host-cleanlogin"].Should().Be(session, "no second session is issued");
    }

    [Fact]
    public async Task A_callback_is_worth_nothing_in_another_browser_and_spends_nothing()
    {
        using var alice = _server.NewPerson();
        using var thief = _server.NewPerson();
        var callback = await ReachCallbackAsync(alice, "alice");

        await thief.OpenAsync(callback);
        thief.HasSession.Should().BeFalse();
        thief.Html.Should().NotContain("alice");

        await alice.OpenAsync(callback);
        alice.HasSession.Should().BeTrue("a stranger must not be able to end somebody else's login");
    }

    [Fact]
    public async Task A_token_of_one_person_does_not_complete_the_login_of_another()
    {
        using var alice = _server.NewPerson();
        using var bob = _server.NewPerson();
        var aliceCallback = await ReachCallbackAsync(alice, "alice");
        var bobCallback = await ReachCallbackAsync(bob, "bob");

        await bob.OpenAsync(Callback(TransactionOf(bobCallback), TokenOf(aliceCallback)));

        bob.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_garbage_token_gets_no_session_and_a_way_on()
    {
        using var alice = _server.NewPerson();
        var callback = await ReachCallbackAsync(alice, "alice");

        await alice.OpenAsync(Callback(TransactionOf(callback), "garbage"));

        alice.HasSession.Should().BeFalse();
        ((int)alice.Status).Should().BeLessThan(500);
        alice.Document.QuerySelector("main a, main form").Should().NotBeNull();
    }

    [Fact]
    public async Task A_callback_that_comes_too_late_gets_no_session()
    {
        using var alice = _server.NewPerson();
        var callback = await ReachCallbackAsync(alice, "alice");
        _server.Time.Advance(TimeSpan.FromMinutes(11));

        await alice.OpenAsync(callback);

        alice.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task Fifty_parallel_callbacks_give_exactly_one_session()
    {
        using var alice = _server.NewPerson();
        var callback = await ReachCallbackAsync(alice, "alice");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => alice.FetchAsideAsync(callback)));

        answers.Count(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(cookie => cookie.StartsWith("__Host-cleanlogin=", StringComparison.Ordinal)
                && !cookie.StartsWith("__Host-cleanlogin=;", StringComparison.Ordinal))).Should().Be(1);
        answers.Should().OnlyContain(answer => answer.StatusCode < HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Fifty_parallel_posts_of_one_right_code_give_exactly_one_token()
    {
        using var alice = _server.NewPerson();
        var secret = await alice.EnrolAsync();
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        using var again = _server.NewPerson();
        await again.OpenAsync("/Account/Login");
        await again.SignInAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => again.SubmitAsideAsync(("Input.Code", again.CodeOf(secret)))));

        answers.Count(answer => answer.Headers.Location?.OriginalString.Contains("Callback", StringComparison.Ordinal) is true)
            .Should().Be(1);
        answers.Should().OnlyContain(answer => answer.StatusCode < HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("/Account/Login/Callback")]
    [InlineData("/Account/Login/Callback?tx=nonsense&token=x")]
    [InlineData("/Account/Login/Callback?tx=00000000000000000000000000000000&token=x")]
    [InlineData("/Mfa/Challenge")]
    [InlineData("/Mfa/Challenge?tx=00000000000000000000000000000000")]
    [InlineData("/Mfa/Enrol?tx=00000000000000000000000000000000")]
    [InlineData("/Mfa/Recovery?tx=00000000000000000000000000000000")]
    [InlineData("/Mfa/RecoveryCodes?tx=00000000000000000000000000000000")]
    public async Task A_page_of_no_login_says_so_and_offers_a_way_on(string url)
    {
        using var stranger = _server.NewPerson();

        await stranger.OpenAsync(url);

        stranger.HasSession.Should().BeFalse();
        ((int)stranger.Status).Should().BeLessThan(500);
        stranger.Document.QuerySelector("main a, main form").Should().NotBeNull();
    }

    private static async Task<string> ReachCallbackAsync(Person person, string name)
    {
        await person.OpenAsync("/Account/Login");
        await person.SignInAsync(name, name);
        var secret = person.Document.QuerySelector("#totp-secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();
        await person.SubmitAsync(("Input.Code", person.CodeOf(secret)));
        return person.Document.QuerySelector("main a.button.primary")!.GetAttribute("href")!;
    }

    private static string Callback(string transaction, string token) => $"/Account/Login/Callback?tx={transaction}&token={token}";

    private static string TransactionOf(string callback) => Query(callback)["tx"]!;

    private static string TokenOf(string callback) => Query(callback)["token"]!;

    private static System.Collections.Specialized.NameValueCollection Query(string url) =>
        System.Web.HttpUtility.ParseQueryString(new Uri(LoginServer.Address, url).Query);
}
