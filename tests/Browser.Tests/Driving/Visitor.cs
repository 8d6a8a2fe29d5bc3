using CleanLogin.Browser.Tests.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests.Driving;

/// <summary>A person with a browser, who notes whatever should not happen: requests to other hosts and violations of the policy.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly Landscape _landscape;
    private readonly IBrowserContext _context;
    private readonly List<string> _foreignRequests = [];
    private readonly List<string> _violations = [];
    private readonly List<string> _addresses = [];

    private Visitor(Landscape landscape, IBrowserContext context, IPage page)
    {
        _landscape = landscape;
        _context = context;
        Page = page;
        page.Request += (_, request) =>
        {
            _addresses.Add(request.Url);
            var url = new Uri(request.Url);
            if (url.Scheme is "http" or "https" && !IsOurs(url))
            {
                _foreignRequests.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                _violations.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _violations.Add(error);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> ForeignRequests => _foreignRequests;

    public IReadOnlyList<string> Violations => _violations;

    /// <summary>Every address that the browser asked for.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    public static async Task<Visitor> ArriveAsync(BrowserFixture browser, Landscape landscape, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.IgnoreHTTPSErrors = true;
        var context = await browser.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return new Visitor(landscape, context, await context.NewPageAsync());
    }

    public async Task GoToSignInAsync()
    {
        await Page.GotoAsync(_landscape.ClientUrl.AbsoluteUri);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await ArriveAtAsync("**/Account/Login**");
    }

    /// <summary>Waits for a page of that address, and for all of it.</summary>
    public async Task ArriveAtAsync(string url)
    {
        await Page.WaitForURLAsync(url, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await WaitForAllAsync();
    }

    public async Task TypePasswordAsync(string username, string password, bool rememberMe = false)
    {
        await Page.FillAsync("[name='Input.Username']", username);
        await Page.FillAsync("[name='Input.Password']", password);
        if (rememberMe)
        {
            await Page.CheckAsync("input[type='checkbox'][name='Input.RememberMe']");
        }

        await Page.ClickAsync("form:has([name='Input.Password']) button[type='submit']:not([formnovalidate])");
    }

    public async Task TypeCodeAsync(string code)
    {
        await Page.FillAsync("[name='Input.Code']", code);
        await Page.ClickAsync("form:has([name='Input.Code']) button[type='submit']");
    }

    /// <summary>Gives the browser a device that keeps passkeys and always confirms. From then on a list in a field is answered by itself.</summary>
    public async Task<PasskeyDevice> AddDeviceAsync(bool verifies = true, bool backedUp = false) =>
        await PasskeyDevice.AddAsync(await _context.NewCDPSessionAsync(Page), verifies, backedUp);

    public Task ArriveSignedInAsync() => Page.WaitForSelectorAsync("[data-claim='sub']");

    public async Task<IReadOnlyList<string>> ClaimsAsync(string name) =>
        [.. (await Page.Locator($"[data-claim='{name}'] > code").AllInnerTextsAsync()).Select(text => text.Trim())];

    public async Task<IReadOnlyList<string>> AxeFindingsAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(finding => $"{Page.Url}: {finding.Id}: {finding.Help}")];
    }

    /// <summary>
    /// What is wrong with the looks of the page: what axe finds, and what is wider than the window. With CLEANLOGIN_SCREENSHOTS set to a
    /// folder, the page is also kept as a picture for whoever reviews it.
    /// </summary>
    public async Task<IReadOnlyList<string>> LookAsync(string name)
    {
        await WaitForAllAsync();
        var findings = (await AxeFindingsAsync()).Select(finding => $"{name}: {finding}").ToList();
        var overflow = await OverflowAsync();
        if (overflow > 0)
        {
            findings.Add($"{name}: {overflow} pixels wider than the window");
        }

        if (Environment.GetEnvironmentVariable("CLEANLOGIN_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await KeepPictureAsync(folder, name);
        }

        return findings;
    }

    /// <summary>Pixels by which the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => _context.CookiesAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    // Asked of the page itself: on a busy machine its load event may have come and gone before anybody waits for it.
    private Task<IJSHandle> WaitForAllAsync() => Page.WaitForFunctionAsync("() => document.readyState === 'complete'");

    private async Task KeepPictureAsync(string folder, string name)
    {
        var dark = await Page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(folder, $"{name}-{(dark ? "dark" : "light")}-{Page.ViewportSize!.Width}.png"),
            FullPage = true,
        });
    }

    private bool IsOurs(Uri url) =>
        url.Authority == _landscape.ServerUrl.Authority
        || url.Authority == _landscape.ClientUrl.Authority
        || url.Authority == _landscape.Mfa?.BaseAddress.Authority;
}
