using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Tests.Authsignal;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>What whoever asks for the second step has to keep to: the fake, this server's own pages, the hosted service.</summary>
public abstract class MfaProviderContract : IAsyncLifetime
{
    // As long as the column that keeps it.
    private const int LongestReference = 64;

    private static readonly Dictionary<string, Account> Accounts = new(StringComparer.Ordinal)
    {
        ["like any other"] = Given.AnAccount().Build(),
        ["whose address nobody has confirmed"] = Given.AnAccount().Build() with { EmailVerified = false },
        ["without an address"] = Given.AnAccount().Build() with { Email = null, EmailVerified = false },
        ["with an id that means something in a path"] = Given.AnAccount().Build() with { Id = new UserId("../a%2Fb?c=ü#d") },
    };

    public static TheoryData<string> Kinds => [.. Accounts.Keys];

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected StoppedClock Time { get; } = new();

    private protected abstract IMfaProvider Provider { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_has_no_second_factor_is_led_to_enrolling_one(string kind) =>
        (await ChallengeAsync(ALogin(Accounts[kind]))).Enrol.Should().BeTrue();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_has_one_is_asked_for_it(string kind)
    {
        await EnrolAsync(Accounts[kind]);

        (await ChallengeAsync(ALogin(Accounts[kind]))).Enrol.Should().BeFalse();
    }

    [Fact]
    public async Task A_factor_of_one_person_is_not_anothers()
    {
        await EnrolAsync(Given.AnAccount().Build());

        (await ChallengeAsync(ALogin(Given.AnAccount().Named("bob").Build()))).Enrol.Should().BeTrue();
    }

    [Fact]
    public async Task A_challenge_has_a_place_to_go_to_and_a_name_of_its_own()
    {
        var challenge = await ChallengeAsync(ALogin());

        (challenge.Url.IsAbsoluteUri
            ? challenge.Url.Scheme == Uri.UriSchemeHttps || challenge.Url.IsLoopback
            : ReturnUrl.Parse(challenge.Url.OriginalString) is not null).Should().BeTrue();
        challenge.Action.Should().NotBeNullOrWhiteSpace();
        challenge.Reference.Should().NotBeNullOrWhiteSpace();
        challenge.Reference.Length.Should().BeLessThanOrEqualTo(LongestReference);
        (await ChallengeAsync(ALogin())).Reference.Should().NotBe(challenge.Reference);
    }

    [Theory]
    [InlineData("otp")]
    [InlineData("recovery-code")]
    public async Task Who_passes_is_named_with_the_challenge_and_the_method(string code)
    {
        var method = AuthenticationMethod.Find(code)!;
        var (token, expected) = await PassAsync(ALogin(), method);

        (await Provider.VerifyAsync(token, expected, Ct)).Should().Be(
            new ChallengeVerdict.Passed(expected.User, expected.Challenge.Action, expected.Challenge.Reference, method, Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_token_is_good_for_one_login_alone()
    {
        var (token, _) = await PassAsync(ALogin());
        var (_, other) = await PassAsync(ALogin());

        Answers(await Provider.VerifyAsync(token, other, Ct), other).Should().BeFalse();
    }

    [Fact]
    public async Task A_token_of_one_person_is_nothing_for_another()
    {
        var (token, _) = await PassAsync(ALogin());
        var (_, bobs) = await PassAsync(ALogin(Given.AnAccount().Named("bob").Build()));

        Answers(await Provider.VerifyAsync(token, bobs, Ct), bobs).Should().BeFalse();
    }

    [Theory]
    [InlineData("user")]
    [InlineData("action")]
    [InlineData("reference")]
    public async Task A_token_answers_nothing_but_the_expected(string part)
    {
        var (token, expected) = await PassAsync(ALogin());
        var other = part switch
        {
            "user" => expected with { User = new UserId("id-of-bob") },
            "action" => expected with { Challenge = expected.Challenge with { Action = "another-action" } },
            _ => expected with { Challenge = expected.Challenge with { Reference = Guid.NewGuid().ToString() } },
        };

        Answers(await Provider.VerifyAsync(token, other, Ct), other).Should().BeFalse();
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJpZC1vZi1hbGljZSJ9.")]
    [InlineData("../../validate")]
    [InlineData("'; DROP TABLE \"PassedChallenges\"; --")]
    [InlineData("{\"isValid\":true}")]
    [InlineData("ü\u0000\r\n")]
    public async Task A_token_that_was_made_up_is_unknown(string text)
    {
        var (_, expected) = await PassAsync(ALogin());

        (await Provider.VerifyAsync(ChallengeToken.Parse(text)!, expected, Ct)).Should().BeOfType<ChallengeVerdict.UnknownToken>();
    }

    [Fact]
    public async Task A_token_of_the_greatest_length_is_unknown_as_well()
    {
        var (_, expected) = await PassAsync(ALogin());
        var token = ChallengeToken.Parse(new string('x', ChallengeToken.MaxLength))!;

        (await Provider.VerifyAsync(token, expected, Ct)).Should().BeOfType<ChallengeVerdict.UnknownToken>();
    }

    [Fact]
    public async Task A_token_that_comes_late_answers_nothing()
    {
        var (token, expected) = await PassAsync(ALogin());
        Answers(await Provider.VerifyAsync(token, expected, Ct), expected).Should().BeTrue();

        Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Answers(await Provider.VerifyAsync(token, expected, Ct), expected).Should().BeFalse();
    }

    [Fact]
    public async Task The_callers_own_cancellation_passes_through()
    {
        var (token, expected) = await PassAsync(ALogin());
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();

        await Provider.Awaiting(it => it.EvaluateAsync(ALogin(), caller.Token)).Should().ThrowAsync<OperationCanceledException>();
        await Provider.Awaiting(it => it.VerifyAsync(token, expected, caller.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task It_is_there() => (await Provider.IsAvailableAsync(Ct)).Should().BeTrue();

    /// <summary>The person has an authenticator app from now on.</summary>
    private protected abstract Task EnrolAsync(Account account);

    /// <summary>The person passes; gives the token with which the browser comes back.</summary>
    private protected abstract Task<ChallengeToken> PassAsync(
        MfaEvaluation login, ProviderDecision.Challenge challenge, AuthenticationMethod method);

    /// <summary>A login of alice, unlike every other.</summary>
    private protected static MfaEvaluation ALogin(Account? account = null) => Tenant.Login(account);

    private protected async Task<(ChallengeToken Token, ExpectedChallenge Expected)> PassAsync(
        MfaEvaluation login, AuthenticationMethod? method = null)
    {
        var challenge = await ChallengeAsync(login);
        var token = await PassAsync(login, challenge, method ?? AuthenticationMethod.OneTimePassword);
        return (token, Tenant.Expect(login, challenge));
    }

    private async Task<ProviderDecision.Challenge> ChallengeAsync(MfaEvaluation login) =>
        (await Provider.EvaluateAsync(login, Ct)).Should().BeOfType<ProviderDecision.Challenge>().Subject;

    // What the login's transaction asks of a verdict before it takes it.
    private static bool Answers(ChallengeVerdict verdict, ExpectedChallenge expected) =>
        verdict is ChallengeVerdict.Passed passed && passed.User == expected.User && expected.Challenge.IsAnsweredBy(passed);
}
