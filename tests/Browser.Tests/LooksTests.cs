using CleanLogin.Browser.Tests.Driving;
using CleanLogin.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests;

/// <summary>Every page, light and dark, narrow and wide: accessible, no wider than the window, nothing from elsewhere.</summary>
public sealed class LooksTests(BrowserFixture browser) : IAsyncLifetime
{
    private Landscape? _landscape;

    private Landscape Landscape => _landscape!;

    public async ValueTask InitializeAsync() =>
        _landscape = await Landscape.WithBuiltInMfaAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Landscape.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task Every_page_of_a_login_is_accessible_and_fits(ColorScheme scheme, int width)
    {
        await using var visitor = await Visitor.ArriveAsync(browser, Landscape, new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var findings = new List<string>();

        await visitor.Page.GotoAsync(Landscape.ServerUrl.AbsoluteUri);
        await LookAsync(visitor, "home", findings);
        await visitor.GoToSignInAsync();
        await LookAsync(visitor, "login", findings);
        await visitor.TypePasswordAsync("alice", "wrong");
        await visitor.Page.WaitForSelectorAsync("[role='alert'], [aria-invalid='true']");
        await LookAsync(visitor, "login-wrong", findings);
        await visitor.TypePasswordAsync("alice", "alice");
        await visitor.Page.WaitForSelectorAsync("#totp-secret");
        await visitor.Page.ClickAsync("details summary");
        await LookAsync(visitor, "enrol", findings);
        await visitor.TypeCodeAsync("12345");
        await visitor.Page.WaitForSelectorAsync("[role='alert'], [aria-invalid='true']");
        await LookAsync(visitor, "enrol-invalid", findings);
        var app = new AuthenticatorApp(await visitor.Page.Locator("#totp-secret").InnerTextAsync(), Landscape.Time);
        await visitor.TypeCodeAsync(app.Code);
        await visitor.Page.WaitForSelectorAsync("[data-codes]");
        await LookAsync(visitor, "recovery-codes", findings);
        var codes = visitor.Page.Url;
        await visitor.Page.ClickAsync("main a.button.primary");
        await visitor.ArriveSignedInAsync();
        await visitor.Page.GotoAsync(codes);
        await LookAsync(visitor, "recovery-codes-gone", findings);

        await LookAtAccountAsync(visitor, findings);
        await LookAtAlarmAsync(visitor, app, findings);
        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/Account/Logout").AbsoluteUri);
        await LookAsync(visitor, "logout", findings);
        await visitor.Page.ClickAsync("main form button[type='submit']");
        await LookAsync(visitor, "signed-out", findings);

        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/Account/Login").AbsoluteUri);
        await visitor.TypePasswordAsync("alice", "alice");
        await visitor.ArriveAtAsync("**/Mfa/Challenge**");
        await LookAsync(visitor, "challenge", findings);
        await visitor.TypeCodeAsync("000000");
        await visitor.Page.WaitForSelectorAsync("[role='alert'], [aria-invalid='true']");
        await LookAsync(visitor, "challenge-wrong", findings);
        await visitor.Page.ClickAsync("a[href*='/Mfa/Recovery']");
        await LookAsync(visitor, "recovery", findings);

        await LookAtPasswordResetAsync(visitor, findings);
        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/no-such-page").AbsoluteUri);
        await LookAsync(visitor, "not-found", findings);
        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/connect/authorize?client_id=nobody").AbsoluteUri);
        await LookAsync(visitor, "protocol-error", findings);

        findings.Should().BeEmpty();
        visitor.ForeignRequests.Should().BeEmpty();
        visitor.Violations.Should().BeEmpty();
    }

    private async Task LookAtAccountAsync(Visitor visitor, List<string> findings)
    {
        foreach (var page in new[] { "", "/Authenticators", "/Sessions", "/Activity", "/Password" })
        {
            await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/Manage" + page).AbsoluteUri);
            await LookAsync(visitor, "manage" + page.Replace('/', '-'), findings);
        }

        await visitor.Page.ClickAsync("main form button.primary");
        await visitor.Page.WaitForSelectorAsync("[aria-invalid='true']");
        await LookAsync(visitor, "manage-Password-empty", findings);
    }

    // Ends where it began: signed in, with the same password.
    private async Task LookAtAlarmAsync(Visitor visitor, AuthenticatorApp app, List<string> findings)
    {
        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/Manage/Activity").AbsoluteUri);
        await visitor.Page.ClickAsync("main form button.danger");
        await visitor.Page.WaitForSelectorAsync("main a.button.primary");
        await LookAsync(visitor, "alarm", findings);
        await visitor.Page.ClickAsync("main a.button.primary");
        await visitor.TypePasswordAsync("alice", "alice");
        Landscape.Time.Advance(TimeSpan.FromSeconds(30));
        await visitor.ArriveAtAsync("**/Mfa/Challenge**");
        await visitor.TypeCodeAsync(app.Code);
        await visitor.ArriveAtAsync("**/Manage/Password**");
        await LookAsync(visitor, "password-due", findings);
    }

    private async Task LookAtPasswordResetAsync(Visitor visitor, List<string> findings)
    {
        const string Send = "main form button[type='submit']";
        await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/Account/Login").AbsoluteUri);
        await visitor.Page.ClickAsync("a[href*='/Account/ForgotPassword']");
        await visitor.Page.ClickAsync(Send);
        await LookAsync(visitor, "forgot-empty", findings);
        await visitor.Page.FillAsync("[name='Input.Name']", "bob");
        await LookAsync(visitor, "forgot", findings);
        await visitor.Page.ClickAsync(Send);
        await LookAsync(visitor, "forgot-asked", findings);

        var link = await LinkInMailAsync(visitor);
        await LookAsync(visitor, "mails", findings);
        var address = await link.GetAttributeAsync("href");
        await link.ClickAsync();
        await visitor.Page.WaitForSelectorAsync("[name='Input.Password']");
        await LookAsync(visitor, "reset", findings);
        await visitor.Page.FillAsync("[name='Input.Password']", "password1");
        await visitor.Page.ClickAsync(Send);
        await visitor.Page.WaitForSelectorAsync("[aria-invalid='true']");
        await LookAsync(visitor, "reset-common", findings);
        await visitor.Page.FillAsync("[name='Input.Password']", "correct horse battery");
        await visitor.Page.ClickAsync(Send);
        await LookAsync(visitor, "reset-done", findings);
        await visitor.Page.GotoAsync(address!);
        await LookAsync(visitor, "reset-gone", findings);
    }

    // The mail is sent by a service of the server, some seconds later.
    private async Task<ILocator> LinkInMailAsync(Visitor visitor)
    {
        var link = visitor.Page.Locator(".mail-text a[href*='ResetPassword']").First;
        for (var look = 0; look < 60; look++)
        {
            await visitor.Page.GotoAsync(new Uri(Landscape.ServerUrl, "/dev/mail").AbsoluteUri);
            if (await link.CountAsync() > 0)
            {
                break;
            }

            await visitor.Page.WaitForTimeoutAsync(250);
        }

        return link;
    }

    private static async Task LookAsync(Visitor visitor, string name, List<string> findings) => findings.AddRange(await visitor.LookAsync(name));
}
