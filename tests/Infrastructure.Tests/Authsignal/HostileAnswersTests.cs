using System.Net;
using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;
using CleanLogin.Testing;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>Thousands of answers with something wrong in them: no exception, and nobody who gets in by what the right answer would not say.</summary>
public sealed class HostileAnswersTests
{
    private const int Answers = 5000;

    private static readonly ExpectedChallenge Expected = new(
        new LoginTransactionId(Guid.Empty),
        new UserId("id-of-alice"),
        new MfaChallenge("cleanlogin-login", "reference", Enrol: false),
        Moments.Start);

    private static readonly Dictionary<string, string> Validated = new(StringComparer.Ordinal)
    {
        ["isValid"] = "true",
        ["state"] = "\"CHALLENGE_SUCCEEDED\"",
        ["stateUpdatedAt"] = "\"2031-03-14T09:27:00.000Z\"",
        ["userId"] = "\"id-of-alice\"",
        ["action"] = "\"cleanlogin-login\"",
        ["actionCode"] = "\"cleanlogin-login\"",
        ["idempotencyKey"] = "\"reference\"",
        ["verificationMethod"] = "\"AUTHENTICATOR_APP\"",
    };

    private static readonly Dictionary<string, string> Tracked = new(StringComparer.Ordinal)
    {
        ["idempotencyKey"] = "\"reference\"",
        ["state"] = "\"CHALLENGE_REQUIRED\"",
        ["url"] = "\"https://mfa.authsignal.com/?token=x\"",
        ["token"] = "\"x\"",
        ["isEnrolled"] = "true",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1u)]
    [InlineData(20260601u)]
    public async Task No_answer_to_a_token_passes_that_does_not_say_all_of_it(uint seed)
    {
        var answers = new HostileAnswers(seed);
        var passed = 0;
        for (var number = 0; number < Answers; number++)
        {
            var body = answers.Next(Validated);

            var answer = await Api(body).ValidateAsync(new ValidateRequest("token", "id-of-alice", "cleanlogin-login"), Ct);
            var verdict = answer.Body is { } read ? AuthsignalTranslation.ToVerdict(read, Expected, Moments.After(60)) : null;

            if (verdict is ChallengeVerdict.Passed { Method: var method })
            {
                passed++;
                IsWholly(body, method).Should().BeTrue(body);
            }
        }

        passed.Should().BeInRange(1, Answers / 2, "what is changed beside the point does not harm, and most of it is to the point");
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(20260601u)]
    public async Task No_answer_to_a_login_lets_it_pass_or_sends_it_elsewhere(uint seed)
    {
        var answers = new HostileAnswers(seed);
        var challenged = 0;
        for (var number = 0; number < Answers; number++)
        {
            var body = answers.Next(Tracked);

            var answer = await Api(body).TrackAsync("id-of-alice", "cleanlogin-login", new TrackRequest("reference", "/", null, "alice", null, null, null), Ct);
            var decision = answer.Body is { } read
                ? AuthsignalTranslation.ToDecision(read, "cleanlogin-login", "reference", Listed)
                : new ProviderDecision.Unavailable();

            (decision is ProviderDecision.Allow).Should().Be(answer.Body is { State: "ALLOW", IsEnrolled: true, IdempotencyKey: null or "reference" }, body);
            if (decision is ProviderDecision.Challenge { Url: var url })
            {
                challenged++;
                url.Host.Should().Be("mfa.authsignal.com", body);
            }
        }

        challenged.Should().BePositive();
    }

    [Fact]
    public async Task The_same_hostile_answers_come_in_every_run()
    {
        var (first, second) = (new HostileAnswers(7), new HostileAnswers(7));

        Enumerable.Range(0, 100).Should().OnlyContain(_ => first.Next(Validated) == second.Next(Validated));
        (await Api("{}").ValidateAsync(new ValidateRequest("token", "id-of-alice", "cleanlogin-login"), Ct)).Status.Should().Be(HttpStatusCode.OK);
    }

    private static Uri? Listed(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https", Authority: "mfa.authsignal.com" } ? url : null;

    // Read by another reader: the last property of a name counts, and names are compared without regard to case.
    private static bool IsWholly(string body, AuthenticationMethod method)
    {
        using var document = JsonDocument.Parse(body);
        var said = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            said[property.Name] = property.Value;
        }

        string? Text(string name) => said.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

        return said["isValid"].ValueKind is JsonValueKind.True
            && Text("state") == "CHALLENGE_SUCCEEDED"
            && Text("userId") == "id-of-alice"
            && (Text("action") ?? Text("actionCode")) == "cleanlogin-login"
            && (Text("actionCode") ?? Text("action")) == "cleanlogin-login"
            && Text("idempotencyKey") == "reference"
            && AuthsignalTranslation.ToMethod(Text("verificationMethod")) == method;
    }

    private static AuthsignalApi Api(string body) => new(new HttpClient(new Answering(body), disposeHandler: true) { BaseAddress = new Uri("https://api.authsignal.com/v1/") });

    private sealed class Answering(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }
}
