using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CleanLogin.Authsignal.Emulator;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Tests.OfficialClient;
using CleanLogin.Authsignal.Emulator.Wire;
using CleanLogin.Browser.Tests.Driving;

namespace CleanLogin.Browser.Tests.OfficialClient;

/// <summary>
/// The proof that the emulator speaks what real pages speak: the vendor's own browser client, unmodified, in a real browser
/// with a device that keeps passkeys.
/// </summary>
public sealed class PasskeyTests(BrowserFixture browser) : IAsyncLifetime
{
    private const string UserId = "auth0|ü/1";

    private EmulatorHost? _emulator;
    private PageServer? _application;
    private SdkPage? _page;
    private HttpClient? _server;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private EmulatorHost Emulator => _emulator!;

    private SdkPage Page => _page!;

    public async ValueTask InitializeAsync()
    {
        await NpmPackages.InstallAsync(Ct);
        _application = await PageServer.StartAsync(Ct);
        _emulator = await EmulatorHost.StartAsync(ct: Ct);
        _emulator.Control.Configure(knobs => knobs with { ExpectedOrigins = [_application.Origin] });
        _server = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = _emulator.ApiAddress };
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_emulator.Settings.Secret}:"));
        _server.DefaultRequestHeaders.Authorization = new("Basic", key);
        _page = await SdkPage.OpenAsync(browser.Browser, _application.Origin, _emulator);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null)
        {
            await _page.DisposeAsync();
        }

        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        _server?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_passkey_is_registered_with_the_token_of_an_action()
    {
        await Page.AddDeviceAsync();
        Emulator.Control.Seed(new SeedUser { UserId = UserId, Username = "uma" });

        var answer = await Page.SignUpAsync(new { token = await TrackAsync("add-passkey"), username = "uma" });

        answer.ErrorCode.Should().BeNull();
        answer.Data.GetProperty("userAuthenticator").GetProperty("verificationMethod").GetString().Should().Be("PASSKEY");
        var verdict = await ValidateAsync(answer.Token);
        verdict.GetProperty("isValid").GetBoolean().Should().BeTrue();
        verdict.GetProperty("userId").GetString().Should().Be(UserId);
        verdict.GetProperty("action").GetString().Should().Be("add-passkey");
        verdict.GetProperty("verificationMethod").GetString().Should().Be("PASSKEY");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_unknown_signs_in_with_it_by_button_and_by_autofill(bool autofill)
    {
        await RegisterAsync();

        var answer = await Page.SignInAsync(new { action = "passkey-login", autofill });

        answer["isVerified"].Should().Be("True");
        answer["userId"].Should().Be(UserId);
        answer["username"].Should().Be("uma");
        var verdict = await ValidateAsync(answer.Token);
        verdict.GetProperty("isValid").GetBoolean().Should().BeTrue();
        verdict.GetProperty("action").GetString().Should().Be("passkey-login");
        verdict.GetProperty("userId").GetString().Should().Be(UserId);
    }

    [Fact]
    public async Task Without_an_action_the_sign_in_is_filed_under_the_default_one()
    {
        await RegisterAsync();
        Emulator.Control.Configure(knobs => knobs with { DefaultPasskeyAction = "whatever" });

        var answer = await Page.SignInAsync();

        (await ValidateAsync(answer.Token)).GetProperty("action").GetString().Should().Be("whatever");
    }

    [Fact]
    public async Task A_blocked_sign_in_brings_a_token_that_is_not_valid()
    {
        await RegisterAsync();
        Emulator.Control.Configure(knobs => knobs with { Outcomes = [new() { Outcome = "BLOCK", Action = "passkey-login" }] });

        var answer = await Page.SignInAsync(new { action = "passkey-login" });

        var verdict = await ValidateAsync(answer.Token);
        verdict.GetProperty("isValid").GetBoolean().Should().BeFalse();
        verdict.GetProperty("state").GetString().Should().Be("BLOCK");
    }

    [Fact]
    public async Task A_challenge_is_answered_with_the_token_of_its_action()
    {
        await RegisterAsync();
        var token = await TrackAsync("login");

        var answer = await Page.SignInAsync(new { token });

        var verdict = await ValidateAsync(answer.Token);
        verdict.GetProperty("isValid").GetBoolean().Should().BeTrue();
        verdict.GetProperty("action").GetString().Should().Be("login");
    }

    [Fact]
    public async Task A_further_passkey_needs_the_scope_for_it()
    {
        await Page.AddDeviceAsync();
        Emulator.Control.Seed(new SeedUser { UserId = UserId, Authenticators = [new() { VerificationMethod = "AUTHENTICATOR_APP" }] });

        var without = await Page.SignUpAsync(new { token = await TrackAsync("add-passkey", Scopes.ReadAuthenticators) });
        var with = await Page.SignUpAsync(new { token = await TrackAsync("add-passkey") });

        without.ErrorCode.Should().Be("forbidden");
        with["token"].Should().NotBeNull();
    }

    [Fact]
    public async Task The_same_device_is_not_registered_twice()
    {
        await RegisterAsync();

        var again = await Page.SignUpAsync(new { token = await TrackAsync("add-passkey") });

        again.Thrown.Should().Be("ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED");
    }

    [Fact]
    public async Task A_passkey_that_was_removed_does_not_sign_in()
    {
        await RegisterAsync();
        var id = (await _server!.GetFromJsonAsync<JsonElement>($"users/{Uri.EscapeDataString(UserId)}/authenticators", Ct))[0]
            .GetProperty("userAuthenticatorId").GetString();
        await _server!.DeleteAsync(new Uri($"users/{Uri.EscapeDataString(UserId)}/authenticators/{id}", UriKind.Relative), Ct);

        (await Page.SignInAsync(new { action = "passkey-login" })).ErrorCode.Should().Be("invalid_credential");
    }

    [Fact]
    public async Task A_page_of_an_unexpected_origin_is_not_served()
    {
        await RegisterAsync();
        Emulator.Control.Configure(knobs => knobs with { ExpectedOrigins = ["https://localhost:5001"] });

        var answer = await Page.SignInAsync(new { action = "passkey-login" });

        answer["isVerified"].Should().Be("False");
        answer["token"].Should().BeNull();
    }

    [Fact]
    public async Task Whoever_the_device_does_not_recognise_is_not_signed_in()
    {
        await RegisterAsync();
        await Page.RefusePersonAsync();

        (await Page.SignInAsync(new { action = "passkey-login" })).Thrown.Should().NotBeNull();
    }

    [Fact]
    public async Task An_expired_token_is_called_expired()
    {
        await Page.AddDeviceAsync();
        var token = await TrackAsync("add-passkey");
        Emulator.Control.Configure(knobs => knobs with { ClockOffset = knobs.TokenLifetime });

        (await Page.SignUpAsync(new { token })).ErrorCode.Should().Be("expired_token");
    }

    private async Task RegisterAsync()
    {
        await Page.AddDeviceAsync();
        Emulator.Control.Seed(new SeedUser { UserId = UserId, Username = "uma" });
        var answer = await Page.SignUpAsync(new { token = await TrackAsync("add-passkey") });
        answer["token"].Should().NotBeNull();
    }

    private async Task<string> TrackAsync(string action, string scope = Scopes.AddAuthenticators)
    {
        using var response = await _server!.PostAsJsonAsync($"users/{Uri.EscapeDataString(UserId)}/actions/{action}", new { scope }, Ct);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("token").GetString()!;
    }

    private async Task<JsonElement> ValidateAsync(string token)
    {
        using var response = await _server!.PostAsJsonAsync("validate", new { token }, Ct);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
