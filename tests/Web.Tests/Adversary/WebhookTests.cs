extern alias emulator;

using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanLogin.Web.Tests.Hosting;
using CleanLogin.Web.Tests.Protocol;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Control;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>What the hosted provider reports by itself, and what others report in its name.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Alice = "a11ce000-0000-4000-8000-000000000001";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private EmulatorHost? _mfa;
    private LoginServer? _server;
    private HttpClient? _http;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private EmulatorHost Mfa => _mfa!;

    private LoginServer Server => _server!;

    private DateTimeOffset Now => _time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _mfa = await EmulatorHost.StartAsync(time: _time, ct: Ct);
        _server = new LoginServer(_mfa, _time);
        _http = _server.CreateDefaultClient(LoginServer.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _http!.Dispose();
        await Server.DisposeAsync();
        await Mfa.DisposeAsync();
    }

    [Theory]
    [InlineData("authenticator.created")]
    [InlineData("authenticator.deleted")]
    public async Task An_authenticator_that_came_or_went_elsewhere_ends_the_logins_from_before(string type)
    {
        using var alice = await SignInAsync();
        var tokens = await TokensAsync(alice);
        _time.Advance(TimeSpan.FromMinutes(5));

        (await SendAsync(Event(type))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await IsSignedInAsync(alice)).Should().BeFalse();
        (await Web.RefreshAsync(tokens)).Error.Should().Be("invalid_grant");
    }

    [Fact]
    public async Task The_login_in_which_it_was_enrolled_goes_on()
    {
        var enrolledAt = Now;
        _time.Advance(TimeSpan.FromSeconds(2));
        using var alice = await SignInAsync();
        var tokens = await TokensAsync(alice);
        _time.Advance(TimeSpan.FromMinutes(5));

        await SendAsync(Event("authenticator.created", at: enrolledAt));

        (await IsSignedInAsync(alice)).Should().BeTrue();
        (await Web.RefreshAsync(tokens)).IsError.Should().BeFalse();
    }

    [Fact]
    public async Task Nobody_elses_login_is_ended()
    {
        using var alice = await SignInAsync();
        _time.Advance(TimeSpan.FromMinutes(5));

        await SendAsync(Event("authenticator.deleted", user: "b0b00000-0000-4000-8000-000000000002"));

        (await IsSignedInAsync(alice)).Should().BeTrue();
    }

    public static TheoryData<string> Forgeries => ["none", "other-key", "other-body", "too-old", "too-young", "old-scheme", "two-headers"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task What_the_service_has_not_signed_just_now_has_no_effect(string forgery)
    {
        using var alice = await SignInAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        var body = Event("authenticator.deleted");
        var right = Sign(body, Mfa.Settings.Secret, Now);
        string[] headers = forgery switch
        {
            "none" => [],
            "other-key" => [Sign(body, "sk_of_somebody_else", Now)],
            "other-body" => [Sign(body + " ", Mfa.Settings.Secret, Now)],
            "too-old" => [Sign(body, Mfa.Settings.Secret, Now.AddSeconds(-301))],
            "too-young" => [Sign(body, Mfa.Settings.Secret, Now.AddSeconds(301))],
            "old-scheme" => [right.Replace("v2=", "v1=", StringComparison.Ordinal)],
            _ => [right, right],
        };

        (await SendAsync(body, headers)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        (await IsSignedInAsync(alice)).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_signed_but_about_another_tenant_has_no_effect()
    {
        using var alice = await SignInAsync();
        _time.Advance(TimeSpan.FromMinutes(5));

        (await SendAsync(Event("authenticator.deleted", tenant: "another"))).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        (await IsSignedInAsync(alice)).Should().BeTrue();
    }

    [Fact]
    public async Task A_captured_message_has_no_effect_a_second_time()
    {
        var body = Event("authenticator.deleted", at: Now.AddMinutes(4));
        var header = Sign(body, Mfa.Settings.Secret, Now.AddMinutes(4));
        _time.Advance(TimeSpan.FromMinutes(4));
        await SendAsync(body, header);
        var recorded = Recorded();

        (await SendAsync(body, header)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await SendAsync(Event("authenticator.deleted", at: Now))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        recorded.Should().Be(1);
        Recorded().Should().Be(1);
    }

    [Fact]
    public async Task Fifty_parallel_deliveries_take_effect_once()
    {
        var body = Event("authenticator.deleted");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(body)));

        answers.Should().OnlyContain(answer => answer.StatusCode == HttpStatusCode.NoContent);
        Recorded().Should().Be(1);
    }

    [Fact]
    public async Task One_message_of_a_batch_that_is_not_ours_spoils_the_batch()
    {
        using var alice = await SignInAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        var batch = $$"""{"records":[{{Event("authenticator.deleted")}},{{Event("authenticator.deleted", tenant: "another", id: "event-2")}}]}""";

        (await SendAsync(batch)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        (await IsSignedInAsync(alice)).Should().BeTrue();
    }

    [Theory]
    [InlineData("something.new")]
    [InlineData("email.created")]
    public async Task What_is_of_no_interest_is_not_asked_for_again(string type) =>
        (await SendAsync(Event(type))).StatusCode.Should().Be(HttpStatusCode.NoContent);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task A_signed_message_of_an_unknown_shape_is_no_error_of_ours(string body) =>
        (await SendAsync(body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_without_end_is_not_read_to_the_end() =>
        (await SendAsync(new string(' ', (1024 * 1024) + 1))).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("t=0,v2=AAAA")]
    public async Task Without_a_signature_of_these_minutes_no_body_is_read_at_all(string header) =>
        (await SendAsync(new string(' ', (1024 * 1024) + 1), header)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task An_answer_sets_no_cookie_and_tells_nothing()
    {
        var refused = await SendAsync(Event("authenticator.deleted"), []);

        refused.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await refused.Content.ReadAsStringAsync(Ct)).Should().NotContainAny("signature", "Authsignal", "tenant");
    }

    [Fact]
    public async Task Without_a_tenant_nobody_can_tell_whose_events_they_are()
    {
        await using var server = new LoginServer(
            Mfa, _time, new Dictionary<string, string>(StringComparer.Ordinal) { ["Authsignal:TenantId"] = string.Empty });
        using var http = server.CreateDefaultClient(LoginServer.Address);

        (await SendAsync(Event("authenticator.deleted"), http: http)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);

        server.Logs.Lines.Should().Contain(line => line.Contains("Authsignal:TenantId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_the_built_in_provider_there_is_nobody_who_could_report()
    {
        await using var server = new LoginServer(time: _time);
        using var http = server.CreateDefaultClient(LoginServer.Address);

        (await SendAsync(Event("authenticator.deleted"), http: http)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private RelyingParty Web { get => field ??= new RelyingParty(_http!, "web", "secret", "https://localhost:5002/signin-oidc"); }

    private static string Sign(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v2={Convert.ToBase64String(signature).TrimEnd('=')}";
    }

    private string Event(string type, DateTimeOffset? at = null, string? tenant = null, string user = Alice, string id = "event-1") =>
        JsonSerializer.Serialize(new
        {
            version = 1,
            id,
            source = "https://authsignal.com",
            time = at ?? Now,
            tenantId = tenant ?? Mfa.Settings.TenantId,
            type,
            data = new { userId = user, verificationMethod = "AUTHENTICATOR_APP" },
        });

    private Task<HttpResponseMessage> SendAsync(string body, HttpClient? http = null) =>
        SendAsync(body, [Sign(body, Mfa.Settings.Secret, Now)], http);

    private Task<HttpResponseMessage> SendAsync(string body, string header) => SendAsync(body, [header]);

    private async Task<HttpResponseMessage> SendAsync(string body, string[] headers, HttpClient? http = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/authsignal", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("X-Signature-V2", headers);
        return await (http ?? _http!).SendAsync(request, Ct);
    }

    private async Task<Person> SignInAsync()
    {
        var alice = Server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync("alice", "alice");
        var transaction = alice.Cookies.Cookies.Keys.Single(name => name.StartsWith("__Host-cleanlogin-tx-", StringComparison.Ordinal));
        var tracked = Mfa.Control.Requests.Last(request => request.Target.Contains("/actions/", StringComparison.Ordinal));
        var token = Mfa.Control.Complete(new CompletedAction
        {
            UserId = Alice,
            Action = tracked.Target.Split('/')[^1],
            IdempotencyKey = JsonDocument.Parse(tracked.Body).RootElement.GetProperty("idempotencyKey").GetString()!,
        });
        await alice.OpenAsync(
            $"/Account/Login/Callback?tx={transaction["__Host-cleanlogin-tx-".Length..]}&token={Uri.EscapeDataString(token!)}");
        (await IsSignedInAsync(alice)).Should().BeTrue();
        return alice;
    }

    private static async Task<bool> IsSignedInAsync(Person person)
    {
        await person.OpenAsync("/");
        return person.Html.Contains("Alice Smith", StringComparison.Ordinal);
    }

    private async Task<string> TokensAsync(Person person)
    {
        var answer = Web.ReadAnswer(await person.FetchAsideAsync(Web.AuthorizeUrl()));
        return (await Web.RedeemAsync(answer["code"])).RefreshToken!;
    }

    private int Recorded() => Server.Logs.Lines.Count(line =>
        line.Contains("RecordProviderEvent ended as Recorded", StringComparison.Ordinal));
}
