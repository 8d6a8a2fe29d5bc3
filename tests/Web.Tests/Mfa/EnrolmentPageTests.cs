using CleanLogin.Web.Tests.Hosting;

namespace CleanLogin.Web.Tests.Mfa;

/// <summary>Setting up an app, and leaving in the middle of it.</summary>
public sealed class EnrolmentPageTests : IDisposable
{
    private readonly LoginServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Whoever_leaves_and_signs_in_again_soon_finds_the_same_key_so_that_the_app_stays_right()
    {
        using var alice = _server.NewPerson();
        var key = await ReachKeyAsync(alice);
        await alice.OpenAsync(alice.Document.QuerySelector("main .links a")!.GetAttribute("href")!);
        _server.Time.Advance(TimeSpan.FromMinutes(9));

        (await ReachKeyAsync(alice)).Should().Be(key);

        await alice.SubmitAsync(("Input.Code", alice.CodeOf(key)));
        alice.Url.AbsolutePath.Should().Be("/Mfa/RecoveryCodes");
    }

    [Fact]
    public async Task When_the_login_that_showed_it_is_over_there_is_a_new_key()
    {
        using var alice = _server.NewPerson();
        var key = await ReachKeyAsync(alice);
        _server.Time.Advance(TimeSpan.FromMinutes(10));

        (await ReachKeyAsync(alice)).Should().NotBe(key);
    }

    [Fact]
    public async Task Another_browser_is_shown_another_key()
    {
        using var alice = _server.NewPerson();
        using var thief = _server.NewPerson();
        var key = await ReachKeyAsync(alice);

        (await ReachKeyAsync(thief)).Should().NotBe(key);
    }

    [Fact]
    public async Task Another_person_at_the_same_browser_is_shown_another_key()
    {
        using var shared = _server.NewPerson();
        var key = await ReachKeyAsync(shared);

        (await ReachKeyAsync(shared, "bob")).Should().NotBe(key);
    }

    [Fact]
    public async Task However_many_logins_a_browser_claims_few_are_looked_at()
    {
        using var alice = _server.NewPerson();
        foreach (var _ in Enumerable.Range(0, 100))
        {
            alice.Cookies.Set($"__Host-cleanlogin-tx-{Guid.NewGuid():N}", new string('A', 43));
        }

        await ReachKeyAsync(alice);
        var before = LookUps();
        await alice.OpenAsync(alice.Url.PathAndQuery);

        alice.Document.QuerySelector("#totp-secret").Should().NotBeNull();
        (LookUps() - before).Should().BePositive().And.BeLessThan(10);
    }

    [Fact]
    public async Task The_key_is_there_in_one_word_and_in_groups()
    {
        using var alice = _server.NewPerson();
        var key = await ReachKeyAsync(alice);

        key.Should().MatchRegex("^[A-Z2-7]{32}$");
        alice.Document.QuerySelector("#totp-secret-groups")!.TextContent.Should().Be(string.Join(' ', key.Chunk(4).Select(group => new string(group))));
    }

    [Fact]
    public async Task The_form_after_an_enrolment_that_was_left_names_the_application()
    {
        using var alice = _server.NewPerson();
        await alice.OpenAsync(
            "/connect/authorize?client_id=web&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Flocalhost%3A5002%2Fsignin-oidc"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&state=x");
        var name = alice.Document.QuerySelector(".lead strong")!.TextContent;
        await alice.SignInAsync();

        await alice.OpenAsync(alice.Document.QuerySelector("main .links a")!.GetAttribute("href")!);

        alice.Url.AbsolutePath.Should().Be("/Account/Login/Callback");
        name.Should().NotBeEmpty();
        alice.Document.QuerySelector(".lead strong")!.TextContent.Should().Be(name);
        alice.Html.Should().Contain("go back to " + name);
    }

    [Fact]
    public async Task A_stranger_at_the_callback_is_told_of_no_application()
    {
        using var alice = _server.NewPerson();
        using var thief = _server.NewPerson();
        await ReachKeyAsync(alice);

        await thief.OpenAsync("/Account/Login/Callback" + alice.Url.Query);

        thief.Document.QuerySelector(".lead").Should().BeNull();
    }

    private int LookUps() => _server.Logs.Lines.Count(line => line.Contains("LoginTransactions", StringComparison.Ordinal)
        && line.Contains("SELECT", StringComparison.Ordinal));

    private static async Task<string> ReachKeyAsync(Person person, string name = "alice")
    {
        await person.OpenAsync("/Account/Login");
        await person.SignInAsync(name, name);
        return person.Document.QuerySelector("#totp-secret")!.TextContent;
    }
}
