extern alias emulator;

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using CleanLogin.Web.Tests.Protocol;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Control;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Api;

/// <summary>An application lets its people add passkeys, on one database.</summary>
public abstract class PasskeyApiTests(ITestDatabases databases) : IAsyncLifetime
{
    private const string Alice = "a11ce000-0000-4000-8000-000000000001";
    private const string Path = "/api/passkeys";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase? _database;
    private EmulatorHost? _mfa;
    private LoginServer? _server;
    private HttpClient? _http;

    private EmulatorHost Mfa => _mfa!;

    private LoginServer Server => _server!;

    private RelyingParty Web => new(_http!, "web", "secret", "https://localhost:5002/signin-oidc");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        _database = await databases.NewAsync(LoginServer.StartOnceAsync);
        _mfa = await EmulatorHost.StartAsync(time: _time, ct: Ct);
        _mfa.Control.Seed(new SeedUser { UserId = Alice, Authenticators = [new SeedAuthenticator { VerificationMethod = "AUTHENTICATOR_APP" }] });
        _server = new LoginServer(_mfa, _time, _database.Settings);
        _http = _server.CreateDefaultClient(LoginServer.Address);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
        {
            _http!.Dispose();
            await _server.DisposeAsync();
            await _mfa!.DisposeAsync();
            await _database!.DisposeAsync();
        }
    }

    [Fact]
    public async Task Who_has_just_signed_in_with_two_factors_gets_a_token_that_may_add_and_nothing_else()
    {
        var token = await TokenAsync();

        using var answer = await SendAsync(HttpMethod.Post, "/enrolment", token);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var body = await ReadAsync(answer);
        body.GetProperty("tenant").GetString().Should().Be(Mfa.Settings.TenantId);
        var enrolment = body.GetProperty("token").GetString()!;
        enrolment.Should().NotBeEmpty();
        Server.Logs.Lines.Should().NotContain(line => line.Contains(enrolment, StringComparison.Ordinal));
        Tracked("cleanlogin-add-passkey").GetProperty("scope").GetString().Should().Be("add:authenticators");
    }

    [Fact]
    public async Task After_ten_minutes_the_application_is_told_what_sign_in_would_do()
    {
        var token = await TokenAsync();
        _time.Advance(TimeSpan.FromMinutes(10));

        using var answer = await SendAsync(HttpMethod.Post, "/enrolment", token);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Be(
            "Bearer error=\"insufficient_user_authentication\", acr_values=\"urn:cleanlogin:aal2\", max_age=\"600\"");
        Mfa.Control.Requests.Should().NotContain(request => request.Target.Contains("add-passkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refreshed_token_is_no_newer_sign_in()
    {
        var tokens = await TokensAsync();
        _time.Advance(TimeSpan.FromMinutes(10));
        var renewed = await Web.RefreshAsync(tokens.RefreshToken!);

        using var answer = await SendAsync(HttpMethod.Post, "/enrolment", renewed.AccessToken);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_rule_of_the_service_that_refuses_is_a_conflict()
    {
        var token = await TokenAsync();
        Mfa.Control.Configure(knobs => knobs with { DefaultOutcome = "BLOCK" });

        using var answer = await SendAsync(HttpMethod.Post, "/enrolment", token);

        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task That_one_was_added_is_looked_up_and_said_once()
    {
        var token = await TokenAsync();
        (await CompleteAsync(token)).Should().BeFalse("the application's word is not enough");
        Mfa.Control.Seed(new SeedUser { UserId = Alice, Authenticators = [new SeedAuthenticator { VerificationMethod = "PASSKEY" }] });

        (await CompleteAsync(token)).Should().BeTrue();
        (await CompleteAsync(token)).Should().BeFalse();
    }

    [Fact]
    public async Task The_passkeys_of_that_person_are_listed_and_no_other_authenticator()
    {
        Mfa.Control.Seed(new SeedUser { UserId = Alice, Authenticators = [new SeedAuthenticator { VerificationMethod = "PASSKEY" }] });
        var token = await TokenAsync();

        using var answer = await SendAsync(HttpMethod.Get, "", token);

        (await ReadAsync(answer)).GetProperty("passkeys").GetArrayLength().Should().Be(1);
    }

    public static TheoryData<string> Useless => ["none", "garbage", "id-token", "refresh-token", "in-the-query", "in-the-form"];

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task What_is_no_access_token_in_the_header_is_refused(string kind)
    {
        var tokens = await TokensAsync();
        var access = Uri.EscapeDataString(tokens.AccessToken!);
        using var answer = kind switch
        {
            "garbage" => await SendAsync(HttpMethod.Post, "/enrolment", "garbage"),
            "id-token" => await SendAsync(HttpMethod.Post, "/enrolment", tokens.IdentityToken),
            "refresh-token" => await SendAsync(HttpMethod.Post, "/enrolment", tokens.RefreshToken),
            "in-the-query" => await SendAsync(HttpMethod.Post, "/enrolment?access_token=" + access, token: null),
            "in-the-form" => await SendAsync(HttpMethod.Post, "/enrolment", token: null, form: "access_token=" + access),
            _ => await SendAsync(HttpMethod.Post, "/enrolment", token: null),
        };

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Be("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task A_token_for_another_api_is_refused()
    {
        var tokens = await TokensAsync("openid api1");

        using var answer = await SendAsync(HttpMethod.Get, "", tokens.AccessToken);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Headers.WwwAuthenticate.ToString().Should().Be("Bearer error=\"insufficient_scope\", scope=\"passkeys\"");
    }

    [Fact]
    public async Task A_token_of_somebody_whose_account_is_out_of_use_is_refused()
    {
        var token = await TokenAsync();
        await Server.DisableAsync("alice");

        using var answer = await SendAsync(HttpMethod.Get, "", token);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_refused()
    {
        var token = await TokenAsync();
        _time.Advance(TimeSpan.FromMinutes(40));

        using var answer = await SendAsync(HttpMethod.Get, "", token);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task While_the_service_gives_no_answer_this_server_says_so()
    {
        var token = await TokenAsync();
        Mfa.Control.Configure(knobs => knobs with { Faults = [new() { Status = 200, Body = "<html></html>", MediaType = "text/html" }] });

        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Post, "/enrolment"), (HttpMethod.Post, "/enrolment/completion") })
        {
            using var answer = await SendAsync(method, path, token);
            answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }
    }

    private async Task<bool> CompleteAsync(string token)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/enrolment/completion", token);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (await ReadAsync(answer)).GetProperty("added").GetBoolean();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? form = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Path + path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = form is null ? null : new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return await _http!.SendAsync(request, Ct);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));

    private JsonElement Tracked(string action) => JsonSerializer.Deserialize<JsonElement>(
        Mfa.Control.Requests.Last(request => request.Target.EndsWith("/actions/" + action, StringComparison.Ordinal)).Body);

    private async Task<string> TokenAsync() => (await TokensAsync()).AccessToken!;

    private async Task<Duende.IdentityModel.Client.TokenResponse> TokensAsync(string scope = "openid passkeys offline_access")
    {
        using var alice = Server.NewPerson();
        await alice.OpenAsync("/Account/Login");
        await alice.SignInAsync("alice", "alice");
        var token = Mfa.Control.Complete(new CompletedAction
        {
            UserId = Alice,
            Action = "cleanlogin-login",
            IdempotencyKey = Tracked("cleanlogin-login").GetProperty("idempotencyKey").GetString()!,
        })!;
        var transaction = alice.Cookies.Cookies.Keys.Single(name => name.StartsWith("__Host-cleanlogin-tx-", StringComparison.Ordinal));
        await alice.OpenAsync(
            $"/Account/Login/Callback?tx={transaction["__Host-cleanlogin-tx-".Length..]}&token={Uri.EscapeDataString(token)}");
        var web = Web;
        var answer = web.ReadAnswer(await alice.FetchAsideAsync(web.AuthorizeUrl(("scope", scope))));
        var tokens = await web.RedeemAsync(answer["code"]);
        tokens.IsError.Should().BeFalse(tokens.Raw);
        return tokens;
    }
}

public sealed class SqlitePasskeyApiTests(SqliteFiles files) : PasskeyApiTests(files);

public sealed class PostgreSqlPasskeyApiTests(PostgreSqlCluster cluster) : PasskeyApiTests(cluster);
