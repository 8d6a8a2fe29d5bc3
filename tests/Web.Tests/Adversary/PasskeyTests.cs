extern alias emulator;

using System.Net;
using CleanLogin.Testing.Databases;
using CleanLogin.Web.Tests.Hosting;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Control;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Attacks on the sign-in by passkey, on one database.</summary>
public abstract class PasskeyTests(ITestDatabases databases) : IAsyncLifetime
{
    private const string Alice = "a11ce000-0000-4000-8000-000000000001";
    private const string Action = "cleanlogin-passkey";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase? _database;
    private EmulatorHost? _mfa;
    private LoginServer? _server;

    private EmulatorHost Mfa => _mfa!;

    private LoginServer Server => _server!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(databases.Missing is not null, databases.Missing ?? string.Empty);
        _database = await databases.NewAsync(LoginServer.StartOnceAsync);
        _mfa = await EmulatorHost.StartAsync(time: _time, ct: Ct);
        _mfa.Control.Seed(new SeedUser { UserId = Alice, Authenticators = [new SeedAuthenticator { VerificationMethod = "PASSKEY" }] });
        _server = new LoginServer(_mfa, _time, _database.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
        {
            await _server.DisposeAsync();
            await _mfa!.DisposeAsync();
            await _database!.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_passkey_signs_in()
    {
        using var alice = await ArriveAsync();

        await alice.SubmitAsync(("PasskeyToken", Use()));

        alice.HasSession.Should().BeTrue();
    }

    [Fact]
    public async Task What_was_ticked_counts_for_a_passkey_too()
    {
        using var alice = await ArriveAsync();

        using var answer = await alice.SubmitAsideAsync(("PasskeyToken", Use()), ("Input.RememberMe", "true"));

        answer.Headers.GetValues("Set-Cookie").Should().Contain(cookie =>
            cookie.StartsWith("__Host-cleanlogin=", StringComparison.Ordinal) && cookie.Contains("expires=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_use_signs_in_once()
    {
        var token = Use();
        using var alice = await ArriveAsync();
        await alice.SubmitAsync(("PasskeyToken", token));
        using var thief = await ArriveAsync();

        await thief.SubmitAsync(("PasskeyToken", token));

        IsRefused(thief);
    }

    [Fact]
    public async Task Fifty_parallel_posts_of_one_use_give_exactly_one_session()
    {
        using var alice = await ArriveAsync();
        var token = Use();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => alice.SubmitAsideAsync(("PasskeyToken", token))));

        answers.Count(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(cookie => cookie.StartsWith("__Host-cleanlogin=", StringComparison.Ordinal)
                && !cookie.StartsWith("__Host-cleanlogin=;", StringComparison.Ordinal))).Should().Be(1);
    }

    [Fact]
    public async Task A_passkey_that_was_used_for_another_action_signs_nobody_in()
    {
        using var thief = await ArriveAsync();

        await thief.SubmitAsync(("PasskeyToken", Use(action: "cleanlogin-authenticators")));

        IsRefused(thief);
    }

    [Fact]
    public async Task A_second_step_by_another_method_is_no_passkey()
    {
        using var thief = await ArriveAsync();
        using var api = Server.CreateApiClient(Mfa);
        using var body = new StringContent("{\"idempotencyKey\":\"k\"}", System.Text.Encoding.UTF8, "application/json");
        using var tracked = await api.PostAsync(new Uri($"users/{Alice}/actions/{Action}", UriKind.Relative), body, Ct);
        var token = Mfa.Control.Complete(new CompletedAction
        {
            UserId = Alice,
            Action = Action,
            IdempotencyKey = "k",
            VerificationMethod = "EMAIL_OTP",
        });

        await thief.SubmitAsync(("PasskeyToken", token!));

        IsRefused(thief);
    }

    [Fact]
    public async Task A_use_from_long_ago_signs_nobody_in()
    {
        var token = Use();
        Mfa.Control.Configure(knobs => knobs with { TokenLifetime = TimeSpan.FromHours(1) });
        _time.Advance(TimeSpan.FromMinutes(11));
        using var thief = await ArriveAsync();

        await thief.SubmitAsync(("PasskeyToken", token));

        IsRefused(thief);
    }

    [Fact]
    public async Task A_use_from_before_the_logins_were_ended_signs_nobody_in_after_it()
    {
        var token = Use();
        _time.Advance(TimeSpan.FromMinutes(4));
        await Server.EndLoginsAsync("alice");
        _time.Advance(TimeSpan.FromMinutes(4));
        using var thief = await ArriveAsync();

        await thief.SubmitAsync(("PasskeyToken", token));

        IsRefused(thief);
    }

    [Fact]
    public async Task A_login_is_as_old_as_the_use_of_its_passkey()
    {
        var token = Use();
        _time.Advance(TimeSpan.FromMinutes(9));
        using var alice = await ArriveAsync();
        await alice.SubmitAsync(("PasskeyToken", token));
        alice.HasSession.Should().BeTrue();
        _time.Advance(TimeSpan.FromMinutes(2));

        await alice.OpenAsync("/Manage/Authenticators");

        alice.Document.QuerySelectorAll("form[action*='handler=Add']").Should().BeEmpty("two factors were shown eleven minutes ago");
    }

    [Fact]
    public async Task Somebody_without_an_account_here_is_refused_like_somebody_whose_account_is_out_of_use()
    {
        Mfa.Control.Seed(new SeedUser { UserId = "nobody", Authenticators = [new SeedAuthenticator { VerificationMethod = "PASSKEY" }] });
        using var nobody = await ArriveAsync();
        await nobody.SubmitAsync(("PasskeyToken", Use("nobody")));
        await Server.DisableAsync("alice");
        using var alice = await ArriveAsync();
        await alice.SubmitAsync(("PasskeyToken", Use()));

        IsRefused(nobody);
        IsRefused(alice);
        alice.Alert.Should().Be(nobody.Alert);
        alice.Status.Should().Be(nobody.Status);
    }

    [Fact]
    public async Task A_rule_of_the_service_that_blocks_is_heeded()
    {
        Mfa.Control.Configure(knobs => knobs with { DefaultOutcome = "BLOCK" });
        using var alice = await ArriveAsync();

        await alice.SubmitAsync(("PasskeyToken", Use()));

        alice.HasSession.Should().BeFalse();
        alice.Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("a.b.c")]
    public async Task Garbage_signs_nobody_in_and_loses_nothing(string token)
    {
        using var thief = await ArriveAsync();

        await thief.SubmitAsync(("PasskeyToken", token), ("Input.Username", "typed before"));

        IsRefused(thief);
        thief.Document.QuerySelector("[name='Input.Password']").Should().NotBeNull();
        thief.Document.QuerySelector("form:has([type='password']) [name='Input.Username']")!.GetAttribute("value").Should().Be("typed before");
        thief.Url.Query.Should().Contain("ReturnUrl");
    }

    [Fact]
    public async Task Without_its_antiforgery_token_a_post_signs_nobody_in()
    {
        using var victim = await ArriveAsync();

        // As a page of somebody else would send it, to sign the visitor in as the attacker.
        using var answer = await victim.PostAsideAsync(
            "/Account/Login?handler=Passkey", "PasskeyToken=" + Uri.EscapeDataString(Use()), "application/x-www-form-urlencoded");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        victim.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task An_outage_is_answered_by_503_and_the_form()
    {
        var token = Use();
        Mfa.Control.Configure(knobs => knobs with { Faults = [new() { Status = 200, Body = "<html></html>", MediaType = "text/html" }] });
        using var alice = await ArriveAsync();

        await alice.SubmitAsync(("PasskeyToken", token));

        alice.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        alice.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task No_token_reaches_the_log_or_the_page()
    {
        var token = Use();
        using var alice = await ArriveAsync();
        await alice.SubmitAsync(("PasskeyToken", token));
        await alice.OpenAsync("/Account/Login");
        await alice.SubmitAsync(("PasskeyToken", token));

        Server.Logs.Lines.Should().NotContain(line => line.Contains(token, StringComparison.Ordinal));
        alice.Html.Should().NotContain(token);
    }

    [Fact]
    public async Task The_page_may_call_the_service_and_no_other_page_may()
    {
        using var alice = await ArriveAsync();
        var origin = Mfa.ApiAddress.GetLeftPart(UriPartial.Authority);

        Policy(alice).Should().Contain($"connect-src 'self' {origin};");
        await alice.OpenAsync("/Account/Logout");
        Policy(alice).Should().NotContain(origin);
    }

    [Theory]
    [InlineData("Mfa:AllowedMethods:0", "otp")]
    [InlineData("Authsignal:TenantId", "")]
    public async Task Where_passkeys_are_not_allowed_or_not_set_up_none_is_asked_for_or_taken(string key, string value)
    {
        using var server = new LoginServer(Mfa, _time, new Dictionary<string, string>(_database!.Settings) { [key] = value });
        using var alice = server.NewPerson();
        await alice.OpenAsync("/Account/Login");

        alice.Document.QuerySelector("[name='PasskeyToken']").Should().BeNull();
        alice.Html.Should().NotContain("webauthn");
        using var answer = await alice.SubmitAsideAsync(
            ("Input.Username", "alice"), ("PasskeyToken", Use()), ("handler", "Passkey"));
        alice.HasSession.Should().BeFalse();
    }

    private static string Policy(Person person) => person.Response.Headers.GetValues("Content-Security-Policy").Single();

    private static void IsRefused(Person person)
    {
        person.HasSession.Should().BeFalse();
        person.Status.Should().Be(HttpStatusCode.BadRequest);
        person.Alert.Should().NotBeNullOrEmpty();
    }

    private string Use(string user = Alice, string action = Action) =>
        Mfa.Control.SignInByPasskey(user, action) ?? throw new InvalidOperationException("There is no such passkey.");

    private async Task<Person> ArriveAsync()
    {
        var person = Server.NewPerson();
        await person.OpenAsync("/Account/Login?ReturnUrl=%2F");
        return person;
    }
}

public sealed class SqlitePasskeyTests(SqliteFiles files) : PasskeyTests(files);

public sealed class PostgreSqlPasskeyTests(PostgreSqlCluster cluster) : PasskeyTests(cluster);
