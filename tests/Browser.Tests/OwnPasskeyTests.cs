using CleanLogin.Browser.Tests.Driving;
using CleanLogin.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests;

/// <summary>Passkeys that the login server keeps itself, in a real browser with devices that are not.</summary>
public sealed class OwnPasskeyTests(BrowserFixture browser) : IAsyncLifetime
{
    private Landscape? _landscape;

    private Landscape Landscape => _landscape!;

    public async ValueTask InitializeAsync() =>
        _landscape = await Landscape.WithBuiltInMfaAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Landscape.DisposeAsync();

    [Theory]
    [InlineData(true, "[swk, user, pop, mfa]", "phr")]
    [InlineData(false, "[hwk, user, pop, mfa]", "phrh")]
    public async Task A_device_that_checks_who_uses_it_signs_in_from_the_list_in_the_field_and_by_the_button(bool backedUp, string amr, string acr)
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        await alice.AddDeviceAsync(backedUp: backedUp);
        await AddPasskeyAsync(alice);
        (await alice.LookAsync("manage-passkey-added")).Should().BeEmpty();

        await SignOutAsync(alice);
        await alice.GoToSignInAsync();
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("amr")).Should().Equal(amr);
        (await alice.ClaimsAsync("acr")).Should().Equal(acr);

        await SignOutAsync(alice);
        await alice.Page.AddInitScriptAsync("delete PublicKeyCredential.isConditionalMediationAvailable");
        await alice.GoToSignInAsync();
        await PressAsync(alice, "Sign in with a passkey");
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("acr")).Should().Equal(acr);

        alice.Violations.Should().BeEmpty();
        alice.ForeignRequests.Should().BeEmpty();
        alice.Addresses.Should().NotContain(address => address.Contains("PasskeyToken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "[pwd, swk, mfa]", "phr")]
    [InlineData(false, "[pwd, hwk, mfa]", "phrh")]
    public async Task A_device_that_checks_nobody_is_the_second_step_after_the_password(bool backedUp, string amr, string acr)
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        await alice.AddDeviceAsync(verifies: false, backedUp);
        await AddPasskeyAsync(alice);
        await SignOutAsync(alice);

        await GoToChallengeAsync(alice);
        await PressAsync(alice, "Use a passkey");
        await alice.ArriveSignedInAsync();

        (await alice.ClaimsAsync("amr")).Should().Equal(amr);
        (await alice.ClaimsAsync("acr")).Should().Equal(acr);
        alice.Violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_whose_counter_stands_back_signs_nobody_in(bool backedUp)
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        var device = await alice.AddDeviceAsync(backedUp: backedUp);
        await AddPasskeyAsync(alice);
        await SignOutAsync(alice);
        await alice.GoToSignInAsync();
        await alice.ArriveSignedInAsync();
        await SignOutAsync(alice);

        var key = await device.UnplugAsync();
        await (await alice.AddDeviceAsync(backedUp: backedUp)).HoldAsync(key, counter: 0);
        await alice.Page.AddInitScriptAsync("delete PublicKeyCredential.isConditionalMediationAvailable");
        await alice.GoToSignInAsync();
        await PressAsync(alice, "Sign in with a passkey");

        await alice.Page.GetByText("This passkey did not sign you in").WaitForAsync();
    }

    [Fact]
    public async Task The_challenge_page_asks_for_no_passkey_by_itself_and_takes_either()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        var app = await EnrolAppAsync(alice);
        var device = await alice.AddDeviceAsync(backedUp: true);
        await AddPasskeyAsync(alice);
        await SignOutAsync(alice);
        await device.AnswerAsync(false);

        await GoToChallengeAsync(alice);
        await device.AnswerAsync(true);
        (await alice.LookAsync("challenge-passkey")).Should().BeEmpty();
        alice.Page.Url.Should().Contain("/Mfa/Challenge", "a device that answers at once was not asked");
        (await alice.Page.Locator("[autocomplete~='webauthn'], [data-list]").CountAsync()).Should().Be(0);
        await PressAsync(alice, "Use a passkey");
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("amr")).Should().Equal("[pwd, swk, user, pop, mfa]");

        await SignOutAsync(alice);
        await device.AnswerAsync(false);
        Landscape.Time.Advance(TimeSpan.FromSeconds(30));
        await GoToChallengeAsync(alice);
        await alice.TypeCodeAsync(app.Code);
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("amr")).Should().Equal("[pwd, otp, mfa]");
        alice.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task A_device_that_holds_one_already_is_told_so()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await EnrolAppAsync(alice);
        await alice.AddDeviceAsync();
        await AddPasskeyAsync(alice);

        await GoToAddAsync(alice);
        await PressAsync(alice, "Add a passkey");

        await alice.Page.GetByText("holds a passkey for you already").WaitForAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task Who_signs_in_by_password_and_code_on_a_device_that_makes_passkeys_is_invited_to_add_one(ColorScheme scheme, int width)
    {
        // The application's clock and the token library's cannot be moved: both logins lie within what they bear.
        Landscape.Time.Advance(TimeSpan.FromMinutes(-6));
        await using var alice = await Visitor.ArriveAsync(browser, Landscape, new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var app = await EnrolAppAsync(alice);
        await SignOutAsync(alice);
        Landscape.Time.Advance(TimeSpan.FromMinutes(10.5));
        await alice.AddDeviceAsync(backedUp: true);

        await GoToChallengeAsync(alice);
        await alice.TypeCodeAsync(app.Code);
        await alice.ArriveAtAsync("**/Account/Passkey**");
        (await alice.LookAsync("passkey-invitation")).Should().BeEmpty();
        await PressAsync(alice, "Add a passkey for alice");
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("amr")).Should().Equal("[pwd, otp, mfa]");

        await SignOutAsync(alice);
        await alice.GoToSignInAsync();
        await alice.ArriveSignedInAsync();
        (await alice.ClaimsAsync("amr")).Should().Equal("[swk, user, pop, mfa]");
        alice.Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_keeps_passkeys_in_the_browser_is_told_which_ones_count()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape);
        await alice.Page.AddInitScriptAsync(
            """
            window.told = [];
            PublicKeyCredential.signalAllAcceptedCredentials = async (which) => told.push(which.allAcceptedCredentialIds.length);
            PublicKeyCredential.signalCurrentUserDetails = async (who) => told.push(who.name);
            """);
        await EnrolAppAsync(alice);
        await alice.AddDeviceAsync();
        await AddPasskeyAsync(alice);
        (await alice.Page.EvaluateAsync<string>("JSON.stringify(told)")).Should().Be("""[1,"alice"]""");

        await alice.Page.ClickAsync("li:has-text('Passkey') summary");
        await alice.Page.ClickAsync("li:has-text('Passkey') button.danger");
        await alice.Page.GetByText("The authenticator was removed").WaitForAsync();

        (await alice.Page.EvaluateAsync<string>("JSON.stringify(told)")).Should().Be("""[0,"alice"]""");
    }

    [Fact]
    public async Task Without_a_script_nothing_is_offered_that_does_not_work()
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await alice.GoToSignInAsync();
        (await alice.Page.GetByText("Sign in with a passkey").IsVisibleAsync()).Should().BeFalse();

        await EnrolAppAsync(alice);
        await GoToAddAsync(alice);

        (await alice.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a passkey" }).IsVisibleAsync()).Should().BeFalse();
        (await alice.Page.GetByText("This browser cannot make passkeys").IsVisibleAsync()).Should().BeTrue();
        (await alice.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Back to your authenticators" }).IsVisibleAsync()).Should().BeTrue();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task Every_page_is_accessible_and_fits(ColorScheme scheme, int width)
    {
        await using var alice = await Visitor.ArriveAsync(browser, Landscape, new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var findings = new List<string>();
        await EnrolAppAsync(alice);
        var device = await alice.AddDeviceAsync();
        await GoToAddAsync(alice);
        findings.AddRange(await alice.LookAsync("passkey-add"));
        await device.AnswerAsync(false);
        await PressAsync(alice, "Add a passkey");
        await alice.Page.GetByText("Your device asks you to confirm").WaitForAsync();
        findings.AddRange(await alice.LookAsync("passkey-add-waiting"));
        await device.AnswerAsync(true);
        await AddPasskeyAsync(alice);
        findings.AddRange(await alice.LookAsync("manage-passkeys"));
        await alice.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Rename" }).First.ClickAsync();
        await alice.Page.FillAsync("[name='Input.Name']", "");
        await alice.Page.ClickAsync("main form button.primary");
        await alice.Page.WaitForSelectorAsync("[aria-invalid='true']");
        findings.AddRange(await alice.LookAsync("passkey-rename-empty"));
        await alice.Page.FillAsync("[name='Input.Name']", "The phone with the cracked screen that lies in the kitchen");
        await alice.Page.ClickAsync("main form button.primary");
        await alice.Page.GetByText("cracked screen").First.WaitForAsync();
        findings.AddRange(await alice.LookAsync("manage-passkeys-renamed"));
        await SignOutAsync(alice);
        await device.AnswerAsync(false);
        await alice.GoToSignInAsync();
        findings.AddRange(await alice.LookAsync("login-passkey"));
        await alice.TypePasswordAsync("alice", "alice");
        await alice.ArriveAtAsync("**/Mfa/Challenge**");
        findings.AddRange(await alice.LookAsync("challenge-passkey"));

        findings.Should().BeEmpty();
        alice.Violations.Should().BeEmpty();
    }

    private async Task GoToChallengeAsync(Visitor visitor)
    {
        await visitor.GoToSignInAsync();
        await visitor.TypePasswordAsync("alice", "alice");
        await visitor.ArriveAtAsync("**/Mfa/Challenge**");
    }

    private async Task GoToAddAsync(Visitor visitor) =>
        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/Manage/Passkeys/Add").AbsoluteUri);

    private async Task AddPasskeyAsync(Visitor visitor)
    {
        await GoToAddAsync(visitor);
        await PressAsync(visitor, "Add a passkey");
        await visitor.Page.GetByText("The passkey was added").WaitForAsync();
    }

    private static Task PressAsync(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync();

    private async Task SignOutAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync(Landscape.ClientUrl.AbsoluteUri);
        await PressAsync(visitor, "Sign out");
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).WaitForAsync();
    }

    private async Task<AuthenticatorApp> EnrolAppAsync(Visitor visitor)
    {
        await visitor.GoToSignInAsync();
        await visitor.TypePasswordAsync("alice", "alice");
        var app = new AuthenticatorApp(await visitor.Page.Locator("#totp-secret").InnerTextAsync(), Landscape.Time);
        await visitor.TypeCodeAsync(app.Code);
        await visitor.Page.WaitForSelectorAsync("[data-codes]");
        await visitor.Page.ClickAsync("main a.button.primary");
        await visitor.ArriveSignedInAsync();
        return app;
    }
}
