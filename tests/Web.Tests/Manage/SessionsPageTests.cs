using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using CleanLogin.Web.Tests.Protocol;

namespace CleanLogin.Web.Tests.Manage;

/// <summary>A person looks where they are signed in, and ends what should be over.</summary>
public sealed class SessionsPageTests(SqliteFiles files) : ProtocolTest(files)
{
    private const string Page = "/Manage/Sessions";

    private string _secret = string.Empty;

    [Theory]
    [InlineData("/Manage")]
    [InlineData("/Manage/Sessions")]
    [InlineData("/Manage/Password")]
    public async Task Who_is_not_signed_in_signs_in_first_and_comes_back(string page)
    {
        using var alice = Server.NewPerson();

        await alice.OpenAsync(page);

        alice.Url.AbsolutePath.Should().Be("/Account/Login");
        alice.Url.Query.Should().Contain(Uri.EscapeDataString(page));
    }

    [Fact]
    public async Task The_overview_says_what_protects_the_account_and_what_to_do_next()
    {
        using var alice = await SignedInAsync();

        await alice.OpenAsync("/Manage");

        alice.Html.Should().Contain("Alice Smith").And.Contain("Keep your recovery codes").And.Contain("In this browser alone.");
    }

    [Fact]
    public async Task Another_browser_is_signed_out_there_and_gets_no_more_tokens()
    {
        using var thief = await SignedInAtFirstAsync();
        var stolen = await TokensAsync(thief, Web);
        using var alice = await SignedInAgainAsync();
        await alice.OpenAsync(Page);

        await alice.SubmitAsync(("session", alice.Document.QuerySelector("input[name='session']")!.GetAttribute("value")!));

        alice.Html.Should().Contain("Signed out there.");
        alice.Document.QuerySelector("input[name='session']").Should().BeNull();
        (await Web.RefreshAsync(stolen.RefreshToken!)).Error.Should().Be("invalid_grant");
        await thief.OpenAsync(Page);
        thief.Url.AbsolutePath.Should().Be("/Account/Login");
        (await Web.RefreshAsync((await TokensAsync(alice, Web)).RefreshToken!)).IsError.Should().BeFalse("this browser's own go on");
    }

    [Fact]
    public async Task A_code_that_was_not_exchanged_yet_is_worth_nothing_after_its_session_was_ended()
    {
        using var thief = await SignedInAtFirstAsync();
        using var alice = await SignedInAgainAsync();
        var code = (await AuthorizeAsync(thief, Web))["code"];
        await alice.OpenAsync(Page);

        await alice.SubmitAsync(("session", alice.Document.QuerySelector("input[name='session']")!.GetAttribute("value")!));

        (await Web.RedeemAsync(code)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Everywhere_but_here_is_one_press()
    {
        using var first = await SignedInAtFirstAsync();
        using var second = await SignedInAgainAsync();
        using var alice = await SignedInAgainAsync();
        await alice.OpenAsync(Page);

        await alice.PressAsync("EndOthers");

        foreach (var other in new[] { first, second })
        {
            await other.OpenAsync(Page);
            other.Url.AbsolutePath.Should().Be("/Account/Login");
        }

        (await alice.OpenAsync(Page)).Url.AbsolutePath.Should().Be(Page);
    }

    [Fact]
    public async Task Everywhere_but_here_ends_the_tokens_of_sessions_that_have_run_out_and_none_of_this_browser()
    {
        using var thief = await SignedInAtFirstAsync();
        var stolen = await TokensAsync(thief, Web);
        Server.Time.Advance(TimeSpan.FromHours(2));
        using var alice = await SignedInAgainAsync();
        var own = await TokensAsync(alice, Web);
        await alice.OpenAsync(Page);

        await alice.PressAsync("EndOthers");

        (await Web.RefreshAsync(stolen.RefreshToken!)).Error.Should().Be("invalid_grant");
        (await Web.RefreshAsync(own.RefreshToken!)).IsError.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("../../x")]
    public async Task What_is_no_session_of_ones_own_ends_nothing_and_says_so(string reference)
    {
        using var bob = Server.NewPerson();
        await bob.EnrolAsync("bob", "bob");
        using var first = await SignedInAtFirstAsync();
        using var alice = await SignedInAgainAsync();
        await alice.OpenAsync(Page);

        await alice.SubmitAsync(("session", reference));

        alice.Alert.Should().Contain("over already");
        (await first.OpenAsync(Page)).Url.AbsolutePath.Should().Be(Page);
        (await bob.OpenAsync(Page)).Url.AbsolutePath.Should().Be(Page);
    }

    // Alice's first browser, where she has set up her app.
    private async Task<Person> SignedInAtFirstAsync()
    {
        var alice = Server.NewPerson();
        _secret = await alice.EnrolAsync();
        return alice;
    }

    // Another browser of hers, with the next code of that app.
    private async Task<Person> SignedInAgainAsync()
    {
        Server.Time.Advance(TimeSpan.FromSeconds(30));
        var alice = Server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync();
        await alice.SubmitAsync(("Input.Code", alice.CodeOf(_secret)));
        alice.HasSession.Should().BeTrue();
        return alice;
    }
}
