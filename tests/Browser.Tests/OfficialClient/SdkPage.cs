using System.Text.Json;
using CleanLogin.Authsignal.Emulator;
using Microsoft.Playwright;

namespace CleanLogin.Browser.Tests.OfficialClient;

/// <summary>The page with the official browser client, and a device that can keep passkeys.</summary>
internal sealed class SdkPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly ICDPSession _devTools;
    private string? _device;

    private SdkPage(IBrowserContext context, IPage page, ICDPSession devTools) => (_context, _page, _devTools) = (context, page, devTools);

    public static async Task<SdkPage> OpenAsync(IBrowser browser, string origin, EmulatorHost emulator)
    {
        var context = await browser.NewContextAsync();
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(origin);
        await page.EvaluateAsync(
            "options => window.client = new authsignal.Authsignal(options)",
            new { tenantId = emulator.Settings.TenantId, baseUrl = emulator.ApiAddress.AbsoluteUri.TrimEnd('/') });
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        return new SdkPage(context, page, devTools);
    }

    /// <summary>Gives the page a device that answers by itself, as somebody who always confirms would make it.</summary>
    public async Task AddDeviceAsync()
    {
        var options = new
        {
            protocol = "ctap2",
            transport = "internal",
            hasResidentKey = true,
            hasUserVerification = true,
            isUserVerified = true,
            automaticPresenceSimulation = true,
        };
        var added = await _devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object> { ["options"] = options });
        _device = added!.Value.GetProperty("authenticatorId").GetString();
    }

    /// <summary>The person behind the device is not recognised any more.</summary>
    public Task RefusePersonAsync() => _devTools.SendAsync(
        "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = _device!, ["isUserVerified"] = false });

    public Task<SdkAnswer> SignUpAsync(object options) => CallAsync("signUp", options);

    public Task<SdkAnswer> SignInAsync(object? options = null) => CallAsync("signIn", options ?? new { });

    /// <summary>Calls a function of the client's passkeys. What it throws is an answer too.</summary>
    public async Task<SdkAnswer> CallAsync(string function, object options) => new((await _page.EvaluateAsync(
        """
        ([name, options]) => window.client.passkey[name](options)
          .then(answer => typeof answer === "object" ? answer : { data: answer }, error => ({ thrown: error.code ?? String(error) }))
        """,
        new object[] { function, options }))!.Value);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

/// <summary>What the client resolved to: <c>data</c>, or an <c>errorCode</c>.</summary>
internal sealed record SdkAnswer(JsonElement Json)
{
    public string? ErrorCode => Text(Json, "errorCode");

    public string? Thrown => Text(Json, "thrown");

    public JsonElement Data => Json.TryGetProperty("data", out var data)
        ? data
        : throw new InvalidOperationException($"The client answered {Json}.");

    public string Token => this["token"]!;

    public string? this[string name] => Text(Data, name);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
