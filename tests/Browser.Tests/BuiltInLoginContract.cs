using CleanLogin.Browser.Tests.Driving;
using CleanLogin.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests;

/// <summary>The login with the built-in provider, on each engine.</summary>
public abstract class BuiltInLoginContract(BrowserFixture browser, string? missingEngine) : IAsyncLifetime
{
    private Landscape? _landscape;

    private Landscape Landscape => _landscape!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(missingEngine is not null, missingEngine ?? string.Empty);
        _landscape = await Landscape.WithBuiltInMfaAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_landscape is not null)
        {
            await _landscape.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_newcomer_enrols_an_app_and_comes_back_signed_in_with_two_factors(bool javaScript)
    {
        await using var alice = await Visitor.ArriveAsync(
            browser, Landscape, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });

        await EnrolAsync(alice, "alice", "alice");

        (await alice.ClaimsAsync("sub")).Should().ContainSingle();
        (await alice.ClaimsAsync("name")).Should().Equal("Alice Smith");
        (await alice.ClaimsAsync("email")).Should().Equal("alice@example.com");
        (await alice.ClaimsAsync("amr")).Should().Equal("[pwd, otp, mfa]");
        (await alice.ClaimsAsync("acr")).Should().Equal("urn:cleanlogin:aal2");
        (await alice.ClaimsAsync("auth_time")).Should().ContainSingle();
        alice.ForeignRequests.Should().BeEmpty();
        alice.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task The_second_login_asks_for_a_code()
    {
        await using var first = await Visitor.ArriveAsync(browser, Landscape);
        var app = await EnrolAsync(first, "alice", "alice");
        Landscape.Time.Advance(TimeSpan.FromSeconds(30));

        await using var second = await Visitor.ArriveAsync(browser, Landscape);
        await second.GoToSignInAsync();
        await second.TypePasswordAsync("alice", "alice");
        await second.ArriveAtAsync("**/Mfa/Challenge**");
        await second.TypeCodeAsync(app.Code);
        await second.ArriveSignedInAsync();

        (await second.ClaimsAsync("amr")).Should().Equal("[pwd, otp, mfa]");
    }

    [Fact]
    public async Task A_code_is_accepted_once()
    {
        await using var first = await Visitor.ArriveAsync(browser, Landscape);
        var app = await EnrolAsync(first, "alice", "alice");

        await using var second = await Visitor.ArriveAsync(browser, Landscape);
        await second.GoToSignInAsync();
        await second.TypePasswordAsync("alice", "alice");
        await second.ArriveAtAsync("**/Mfa/Challenge**");
        await second.TypeCodeAsync(app.LastShown);

        await second.Page.WaitForSelectorAsync("[role='alert'], [aria-invalid='true']");
        second.Page.Url.Should().Contain("/Mfa/Challenge");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staying_signed_in_survives_the_second_step(bool rememberMe)
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAsync(alice, "alice", "alice", rememberMe);

        var session = (await alice.CookiesAsync()).Single(cookie =>
            cookie.Name == "__Host-cleanlogin" && cookie.Secure && cookie.HttpOnly);

        (session.Expires > 0).Should().Be(rememberMe, "a session cookie has no expiry");
    }

    [Fact]
    public async Task Signing_out_at_the_application_ends_both_sessions_and_returns_there()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAsync(alice, "alice", "alice");

        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        // The address is the same before and after.
        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).WaitForAsync();

        (await alice.CookiesAsync()).Should().NotContain(cookie => cookie.Name == "__Host-cleanlogin");
        await alice.GoToSignInAsync();
        (await alice.Page.Locator("[name='Input.Password']").IsVisibleAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_recovery_code_leads_to_a_new_app_and_then_in()
    {
        await using var first = await Visitor.ArriveAsync(browser, Landscape);
        var (_, codes) = await EnrolKeepingCodesAsync(first, "alice", "alice");
        Landscape.Time.Advance(TimeSpan.FromSeconds(30));

        await using var second = await Visitor.ArriveAsync(browser, Landscape);
        await second.GoToSignInAsync();
        await second.TypePasswordAsync("alice", "alice");
        await second.ArriveAtAsync("**/Mfa/Challenge**");
        await second.Page.ClickAsync("a[href*='/Mfa/Recovery']");
        await second.TypeCodeAsync(codes[0]);
        await second.Page.WaitForSelectorAsync("#totp-secret");
        await FinishEnrolmentAsync(second);

        (await second.ClaimsAsync("acr")).Should().Equal("urn:cleanlogin:aal2");
        (await second.ClaimsAsync("amr")).Should().Equal("[pwd, urn:cleanlogin:recovery-code, otp, mfa]");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Recovery_codes_are_there_after_a_reload_and_on_the_way_back_and_gone_after_the_login(bool javaScript)
    {
        await using var alice = await Visitor.ArriveAsync(
            browser, Landscape, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        var secret = await WalkToEnrolmentAsync(alice, "alice", "alice");
        await alice.TypeCodeAsync(new AuthenticatorApp(secret, Landscape.Time).Code);
        await alice.ArriveAtAsync("**/Mfa/RecoveryCodes**");
        var codes = await CodesAsync(alice);

        await alice.Page.ReloadAsync();
        (await CodesAsync(alice)).Should().Equal(codes).And.HaveCount(10);
        await alice.Page.GoBackAsync();
        (await CodesAsync(alice)).Should().Equal(codes);
        var file = await alice.Page.RunAndWaitForDownloadAsync(() => alice.Page.ClickAsync("a[download]"));
        file.SuggestedFilename.Should().MatchRegex(@"^recovery-codes-cleanlogin-alice-\d{4}-\d\d-\d\d\.txt$");
        (await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken)).Should().ContainAll(codes);

        var page = alice.Page.Url;
        await alice.Page.ClickAsync("main a.button.primary");
        await alice.ArriveSignedInAsync();
        await alice.Page.GotoAsync(page);
        (await CodesAsync(alice)).Should().BeEmpty();
        (await alice.CookiesAsync()).Should().NotContain(cookie => cookie.Name == "__Host-cleanlogin-codes");
    }

    [Fact]
    public async Task The_key_is_copied_in_one_word_or_in_groups()
    {
        await using var alice = await Visitor.ArriveAsync(
            browser, Landscape, new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var secret = await WalkToEnrolmentAsync(alice, "alice", "alice");

        (await CopyAsync(alice, "Copy the key")).Should().Be(secret).And.MatchRegex("^[A-Z2-7]{32}$");
        await alice.Page.ClickAsync("details summary");
        (await CopyAsync(alice, "Copy the groups")).Should().Be(string.Join(' ', secret.Chunk(4).Select(group => new string(group))));
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_keeps_the_name_and_the_request()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await alice.GoToSignInAsync();
        await alice.TypePasswordAsync("alice", "wrong");

        await alice.Page.WaitForSelectorAsync("[role='alert']");
        (await alice.Page.InputValueAsync("[name='Input.Username']")).Should().Be("alice");
        (await alice.Page.InputValueAsync("[name='Input.Password']")).Should().BeEmpty();

        await alice.TypePasswordAsync("alice", "alice");
        await alice.Page.WaitForSelectorAsync("#totp-secret");
    }

    internal static async Task<string> WalkToEnrolmentAsync(Visitor visitor, string username, string password, bool rememberMe = false)
    {
        await visitor.GoToSignInAsync();
        await visitor.TypePasswordAsync(username, password, rememberMe);
        return await visitor.Page.Locator("#totp-secret").InnerTextAsync();
    }

    private static Task<IReadOnlyList<string>> CodesAsync(Visitor visitor) => visitor.Page.Locator("[data-codes] li").AllInnerTextsAsync();

    private static async Task<string> CopyAsync(Visitor visitor, string button)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copied" }).First.WaitForAsync();
        return await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }

    private async Task<AuthenticatorApp> EnrolAsync(Visitor visitor, string username, string password, bool rememberMe = false)
    {
        await WalkToEnrolmentAsync(visitor, username, password, rememberMe);
        return (await FinishEnrolmentAsync(visitor)).App;
    }

    private async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> EnrolKeepingCodesAsync(
        Visitor visitor, string username, string password)
    {
        await WalkToEnrolmentAsync(visitor, username, password);
        return await FinishEnrolmentAsync(visitor);
    }

    private async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> FinishEnrolmentAsync(Visitor visitor)
    {
        var app = new AuthenticatorApp(await visitor.Page.Locator("#totp-secret").InnerTextAsync(), Landscape.Time);
        await visitor.TypeCodeAsync(app.Code);
        await visitor.Page.WaitForSelectorAsync("[data-codes]");
        var codes = await visitor.Page.Locator("[data-codes] li").AllInnerTextsAsync();
        await visitor.Page.ClickAsync("main a.button.primary");
        await visitor.ArriveSignedInAsync();
        return (app, codes);
    }
}
