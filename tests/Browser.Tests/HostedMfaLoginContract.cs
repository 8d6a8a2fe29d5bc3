using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Browser.Tests.Driving;
using CleanLogin.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests;

/// <summary>The login with the hosted provider, through its emulator, on each engine.</summary>
public abstract class HostedMfaLoginContract(BrowserFixture browser, string? missingEngine) : IAsyncLifetime
{
    private Landscape? _landscape;

    private Landscape Landscape => _landscape!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(missingEngine is not null, missingEngine ?? string.Empty);
        _landscape = await Landscape.WithHostedMfaAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_landscape is not null)
        {
            await _landscape.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_newcomer_enrols_at_the_provider_and_is_challenged_the_next_time()
    {
        await using var first = await Visitor.ArriveAsync(browser, Landscape);
        var app = await EnrolAsync(first);
        (await first.ClaimsAsync("amr")).Should().Equal("[pwd, otp, mfa]");
        (await first.ClaimsAsync("acr")).Should().Equal("urn:cleanlogin:aal2");
        first.Violations.Should().BeEmpty();

        Landscape.Time.Advance(TimeSpan.FromSeconds(30));
        await using var second = await Visitor.ArriveAsync(browser, Landscape);
        await ReachProviderAsync(second);
        await second.Page.FillAsync("#code", app.Code);
        await second.Page.ClickAsync("#submit");
        await second.ArriveSignedInAsync();
        (await second.ClaimsAsync("acr")).Should().Equal("urn:cleanlogin:aal2");
    }

    [Fact]
    public async Task Quitting_leads_back_to_the_login_with_the_name_kept()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await ReachProviderAsync(alice);

        await alice.Page.ClickAsync("#quit");

        await alice.ArriveAtAsync(Landscape.ServerUrl.AbsoluteUri + "**");
        await alice.Page.WaitForSelectorAsync("[name='Input.Password']");
        (await alice.Page.InputValueAsync("[name='Input.Username']")).Should().Be("alice");
        (await alice.CookiesAsync()).Should().NotContain(cookie => cookie.Name == "__Host-cleanlogin");
    }

    [Fact]
    public async Task A_blocked_login_gets_no_session_and_never_reaches_the_provider()
    {
        Landscape.Mfa!.Control.Configure(knobs => knobs with { DefaultOutcome = "BLOCK" });
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await alice.GoToSignInAsync();

        await alice.TypePasswordAsync("alice", "alice");

        await alice.Page.WaitForSelectorAsync("[role='alert']");
        new Uri(alice.Page.Url).Authority.Should().Be(Landscape.ServerUrl.Authority);
        (await alice.CookiesAsync()).Should().NotContain(cookie => cookie.Name == "__Host-cleanlogin");
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("wrong")]
    public async Task During_an_outage_a_right_and_a_wrong_password_get_the_same_page(string password)
    {
        Landscape.Mfa!.Control.Configure(knobs => knobs with { Faults = [Fault.HtmlBadGateway] });
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await alice.GoToSignInAsync();

        var answer = await alice.Page.RunAndWaitForResponseAsync(
            () => alice.TypePasswordAsync("alice", password), IsAnswerToForm);

        answer.Status.Should().Be(503);
        (await alice.Page.TextContentAsync("[role='alert']")).Should().Contain("not possible right now");
        (await alice.Page.InputValueAsync("[name='Input.Username']")).Should().Be("alice");
    }

    // The provider's own script asks for passkeys meanwhile.
    private bool IsAnswerToForm(IResponse response) =>
        response.Request.Method == "POST" && new Uri(response.Url).Authority == Landscape.ServerUrl.Authority;

    private async Task ReachProviderAsync(Visitor visitor)
    {
        await visitor.GoToSignInAsync();
        await visitor.TypePasswordAsync("alice", "alice");
        await visitor.ArriveAtAsync(Landscape.Mfa!.BaseAddress.AbsoluteUri + "**");
    }

    private async Task<AuthenticatorApp> EnrolAsync(Visitor visitor)
    {
        await ReachProviderAsync(visitor);
        await visitor.Page.ClickAsync("#method-totp");
        var app = new AuthenticatorApp(await visitor.Page.Locator("#totp-secret").InnerTextAsync(), Landscape.Time);
        await visitor.Page.FillAsync("#code", app.Code);
        await visitor.Page.ClickAsync("#submit");
        await visitor.ArriveSignedInAsync();
        return app;
    }
}
