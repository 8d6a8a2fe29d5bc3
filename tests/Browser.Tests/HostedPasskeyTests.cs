using CleanLogin.Browser.Tests.Driving;
using CleanLogin.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests;

/// <summary>Passkeys that the hosted provider keeps: added in the sample application, used at the login server.</summary>
public sealed class HostedPasskeyTests(BrowserFixture browser) : IAsyncLifetime
{
    private Landscape? _landscape;

    private Landscape Landscape => _landscape!;

    public async ValueTask InitializeAsync() =>
        _landscape = await Landscape.WithHostedMfaAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Landscape.DisposeAsync();

    [Fact]
    public async Task Who_has_added_a_passkey_signs_in_by_it_from_the_list_in_the_field_and_by_the_button()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        await alice.AddDeviceAsync();
        await AddPasskeyAsync(alice);
        await alice.Page.GetByText("The passkey was added").WaitForAsync();
        (await alice.LookAsync("passkey-added")).Should().BeEmpty();

        await SignOutAsync(alice);
        await alice.GoToSignInAsync();
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("amr")).Should().Equal("[swk, user, pop, mfa]");
        (await alice.ClaimsAsync("acr")).Should().Equal("phr");

        await SignOutAsync(alice);
        await alice.Page.AddInitScriptAsync("delete PublicKeyCredential.isConditionalMediationAvailable");
        await alice.GoToSignInAsync();
        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in with a passkey" }).ClickAsync();
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("acr")).Should().Equal("phr");

        alice.Violations.Should().BeEmpty();
        alice.ForeignRequests.Should().BeEmpty();
        alice.Addresses.Should().NotContain(address => address.Contains("PasskeyToken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_works_beside_a_list_of_passkeys_that_nobody_has_answered()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        var app = await EnrolAppAsync(alice);
        var device = await alice.AddDeviceAsync();
        await AddPasskeyAsync(alice);
        await alice.Page.GetByText("The passkey was added").WaitForAsync();
        await device.AnswerAsync(false);
        await SignOutAsync(alice);
        Landscape.Time.Advance(TimeSpan.FromSeconds(30));

        await alice.GoToSignInAsync();
        await alice.TypePasswordAsync("alice", "alice");
        await alice.ArriveAtAsync(Landscape.Mfa!.BaseAddress.AbsoluteUri + "**");
        await alice.Page.FillAsync("#code", app.Code);
        await alice.Page.ClickAsync("#submit");
        await alice.ArriveSignedInAsync();

        (await alice.ClaimsAsync("amr")).Should().Equal("[pwd, otp, mfa]");
        alice.Violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task A_ceremony_that_finds_no_passkey_is_said_so_and_loses_nothing(ColorScheme scheme, int width)
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape, new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        await alice.AddDeviceAsync();
        await alice.GoToSignInAsync();
        await alice.Page.FillAsync("[name='Input.Username']", "alice");

        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in with a passkey" }).ClickAsync();

        await alice.Page.GetByText("No passkey was used").WaitForAsync();
        (await alice.Page.InputValueAsync("[name='Input.Username']")).Should().Be("alice");
        (await alice.LookAsync("login-no-passkey")).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_signed_in_long_ago_confirms_before_a_passkey_is_added()
    {
        // The application's clock and the token library's cannot be moved: both logins lie within what they bear.
        Landscape.Time.Advance(TimeSpan.FromMinutes(-6));
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        var app = await EnrolAppAsync(alice);
        await alice.AddDeviceAsync();
        Landscape.Time.Advance(TimeSpan.FromMinutes(10.5));
        await AddPasskeyAsync(alice);

        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Confirm" }).ClickAsync();
        await alice.TypePasswordAsync("alice", "alice");
        await alice.ArriveAtAsync(Landscape.Mfa!.BaseAddress.AbsoluteUri + "**");
        await alice.Page.FillAsync("#code", app.Code);
        await alice.Page.ClickAsync("#submit");
        await alice.ArriveAtAsync("**/Passkeys");
        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).ClickAsync();

        await alice.Page.GetByText("The passkey was added").WaitForAsync();
        alice.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task A_device_that_holds_a_passkey_already_is_told_so()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        await alice.AddDeviceAsync();
        await AddPasskeyAsync(alice);
        await alice.Page.GetByText("The passkey was added").WaitForAsync();

        await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).ClickAsync();

        await alice.Page.GetByText("holds a passkey for you already").WaitForAsync();
    }

    [Fact]
    public async Task During_an_outage_the_page_says_so()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        Landscape.Mfa!.Control.Configure(knobs => knobs with { Faults = [CleanLogin.Authsignal.Emulator.Knobs.Fault.HtmlBadGateway] });

        await alice.Page.GotoAsync(new Uri(Landscape.ClientUrl, "/Passkeys").AbsoluteUri);

        await alice.Page.GetByText("cannot say anything about your passkeys right now").WaitForAsync();
        (await alice.LookAsync("passkeys-outage")).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_script_there_is_a_password_and_nothing_that_does_not_work()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape, new BrowserNewContextOptions { JavaScriptEnabled = false });

        await alice.GoToSignInAsync();

        (await alice.Page.GetByText("Sign in with a passkey").IsVisibleAsync()).Should().BeFalse();
        (await alice.Page.Locator("[name='Input.Password']").IsVisibleAsync()).Should().BeTrue();
    }

    private async Task AddPasskeyAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(new Uri(Landscape.ClientUrl, "/Passkeys").AbsoluteUri);
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).ClickAsync();
    }

    private async Task SignOutAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Landscape.ClientUrl.AbsoluteUri);
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).WaitForAsync();
    }

    private async Task<AuthenticatorApp> EnrolAppAsync(Visitor visitor)
    {
        await visitor.GoToSignInAsync();
        await visitor.TypePasswordAsync("alice", "alice");
        await visitor.ArriveAtAsync(Landscape.Mfa!.BaseAddress.AbsoluteUri + "**");
        await visitor.Page.ClickAsync("#method-totp");
        var app = new AuthenticatorApp(await visitor.Page.Locator("#totp-secret").InnerTextAsync(), Landscape.Time);
        await visitor.Page.FillAsync("#code", app.Code);
        await visitor.Page.ClickAsync("#submit");
        await visitor.ArriveSignedInAsync();
        return app;
    }
}
