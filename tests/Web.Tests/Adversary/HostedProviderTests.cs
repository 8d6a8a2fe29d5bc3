extern alias emulator;

using CleanLogin.Web.Tests.Hosting;
using emulator::CleanLogin.Authsignal.Emulator;
using emulator::CleanLogin.Authsignal.Emulator.Control;
using Microsoft.Extensions.Time.Testing;

namespace CleanLogin.Web.Tests.Adversary;

/// <summary>Attacks on the way back from the hosted provider.</summary>
public sealed class HostedProviderTests : IAsyncLifetime
{
    private const string TransactionCookie = "__Host-cleanlogin-tx-";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private EmulatorHost? _mfa;
    private LoginServer? _server;

    private EmulatorHost Mfa => _mfa!;

    private LoginServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _mfa = await EmulatorHost.StartAsync(time: _time, ct: TestContext.Current.CancellationToken);
        _server = new LoginServer(_mfa, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mfa.DisposeAsync();
    }

    [Fact]
    public async Task A_succeeded_challenge_signs_in()
    {
        using var alice = await BeginAsync("alice");

        await alice.OpenAsync(Callback(alice, Succeed(Tracked())));

        alice.HasSession.Should().BeTrue();
    }

    [Theory]
    [InlineData("BLOCK")]
    [InlineData("REVIEW")]
    public async Task A_refusing_outcome_gets_no_session(string outcome)
    {
        Mfa.Control.Configure(knobs => knobs with { DefaultOutcome = outcome });

        using var alice = await BeginAsync("alice");

        alice.HasSession.Should().BeFalse();
        alice.Alert.Should().NotBeNull();
        alice.Url.AbsolutePath.Should().Be("/Account/Login");
    }

    [Theory]
    [InlineData("CHALLENGE_FAILED")]
    [InlineData("BLOCK")]
    [InlineData("REVIEW_REQUIRED")]
    [InlineData("ALLOW")]
    [InlineData("CHALLENGE_REQUIRED")]
    public async Task Any_other_state_than_success_gets_no_session(string state)
    {
        using var alice = await BeginAsync("alice");
        var token = Complete(Tracked(), state);

        await alice.OpenAsync(Callback(alice, token));

        alice.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_token_of_another_person_gets_no_session()
    {
        using var alice = await BeginAsync("alice");
        var aliceToken = Succeed(Tracked());
        using var bob = await BeginAsync("bob");

        await bob.OpenAsync(Callback(bob, aliceToken));

        bob.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_token_of_another_login_of_the_same_person_gets_no_session()
    {
        using var first = await BeginAsync("alice");
        var firstToken = Succeed(Tracked());
        using var second = await BeginAsync("alice");

        await second.OpenAsync(Callback(second, firstToken));

        second.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_token_of_another_action_gets_no_session()
    {
        using var alice = await BeginAsync("alice");
        var tracked = Tracked();
        await TrackAsync(tracked.UserId, "add-passkey", "other-key");
        var token = Succeed(tracked with { Action = "add-passkey", IdempotencyKey = "other-key" });

        await alice.OpenAsync(Callback(alice, token));

        alice.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task A_success_that_comes_too_late_gets_no_session()
    {
        using var alice = await BeginAsync("alice");
        var token = Succeed(Tracked());
        _time.Advance(TimeSpan.FromMinutes(11));

        await alice.OpenAsync(Callback(alice, token));

        alice.HasSession.Should().BeFalse();
    }

    [Fact]
    public async Task Fifty_parallel_callbacks_give_exactly_one_session()
    {
        using var alice = await BeginAsync("alice");
        var callback = Callback(alice, Succeed(Tracked()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => alice.FetchAsideAsync(callback)));

        answers.Count(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(cookie => cookie.StartsWith("__Host-cleanlogin=", StringComparison.Ordinal)
                && !cookie.StartsWith("__Host-cleanlogin=;", StringComparison.Ordinal))).Should().Be(1);
    }

    public static TheoryData<string> HostileBodies =>
    [
        "", "null", "[]", "3", "\"x\"", "{", "{}", "<html></html>", "{\"state\":3}", "{\"state\":[\"ALLOW\"],\"isEnrolled\":true}",
        "{\"state\":\"ALLOW\"}", "{\"state\":\"SOMETHING_NEW\",\"isEnrolled\":true}", "{\"state\":\"\\ud800\",\"isEnrolled\":true}",
        "{\"state\":\"CHALLENGE_REQUIRED\",\"isEnrolled\":true,\"url\":\"https://evil.example/\"}",
        "{\"state\":\"CHALLENGE_REQUIRED\",\"isEnrolled\":true,\"url\":\"javascript:alert(1)\"}",
        "{\"isValid\":true,\"state\":\"CHALLENGE_SUCCEEDED\"}",
        "{\"isValid\":\"true\",\"state\":\"CHALLENGE_SUCCEEDED\",\"stateUpdatedAt\":\"yesterday\"}",
        "{\"isValid\":true,\"state\":\"CHALLENGE_SUCCEEDED\",\"userId\":\"a11ce000-0000-4000-8000-000000000001\",\"stateUpdatedAt\":\"2026-06-01T12:00:00Z\",\"verificationMethod\":\"AUTHENTICATOR_APP\"}",
    ];

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task A_hostile_answer_gets_no_session_and_breaks_nothing(string body)
    {
        using var alice = await BeginAsync("alice");
        var callback = Callback(alice, Succeed(Tracked()));
        Mfa.Control.Configure(knobs => knobs with { Faults = [new() { Status = 200, Body = body, MediaType = "application/json" }] });
        using var second = await BeginAsync("alice");

        await alice.OpenAsync(callback);

        alice.HasSession.Should().BeFalse();
        second.HasSession.Should().BeFalse();
        second.Url.AbsolutePath.Should().Be("/Account/Login");
        new[] { alice.Status, second.Status }.Should().NotContain(System.Net.HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("/Mfa/Enrol")]
    [InlineData("/Mfa/Challenge")]
    [InlineData("/Mfa/Recovery")]
    public async Task The_built_in_pages_serve_no_challenge_of_the_hosted_provider(string page)
    {
        // Nothing is enrolled there: this server's own enrolment must not be a way round.
        using var thief = await BeginAsync("alice");

        await thief.OpenAsync($"{page}?tx={TransactionOf(thief)}");

        thief.Document.QuerySelector("#totp-secret").Should().BeNull();
        thief.Document.QuerySelector("[name='Input.Code']").Should().BeNull();
        thief.HasSession.Should().BeFalse();
    }

    private async Task<Person> BeginAsync(string name)
    {
        var person = Server.NewPerson();
        await person.OpenAsync("/Account/Login");
        await person.SignInAsync(name, name);
        return person;
    }

    private static string Callback(Person person, string token) =>
        $"/Account/Login/Callback?tx={TransactionOf(person)}&token={Uri.EscapeDataString(token)}";

    private static string TransactionOf(Person person) =>
        person.Cookies.Cookies.Keys.Single(name => name.StartsWith(TransactionCookie, StringComparison.Ordinal))[TransactionCookie.Length..];

    private CompletedAction Tracked()
    {
        var request = Mfa.Control.Requests.Last(candidate => candidate.Target.Contains("/actions/", StringComparison.Ordinal));
        var segments = request.Target.Split('?')[0].Split('/');
        var key = System.Text.Json.JsonDocument.Parse(request.Body).RootElement.GetProperty("idempotencyKey").GetString()!;
        return new CompletedAction { UserId = Uri.UnescapeDataString(segments[^3]), Action = segments[^1], IdempotencyKey = key };
    }

    private string Succeed(CompletedAction tracked) => Mfa.Control.Complete(tracked)!;

    private string Complete(CompletedAction tracked, string state) => Mfa.Control.Complete(tracked with { State = state })!;

    private async Task TrackAsync(string user, string action, string key)
    {
        using var api = Server.CreateApiClient(Mfa);
        using var body = new StringContent($$"""{"idempotencyKey":"{{key}}"}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await api.PostAsync(new Uri($"users/{user}/actions/{action}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
