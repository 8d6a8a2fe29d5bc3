using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.BuiltInMfa;
using CleanLogin.Infrastructure.Mfa;
using CleanLogin.Infrastructure.Tests.Authsignal;
using CleanLogin.Testing;
using CleanLogin.Testing.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Infrastructure.Tests.Mfa;

/// <summary>When the built-in provider stands in for a hosted one, and what it must not do then.</summary>
public sealed class StandInTests
{
    private static readonly ChallengeToken Token = ChallengeToken.Parse("token")!;

    private readonly Mock<IMfaProvider> _hosted = new();
    private readonly Probe _probe = new();
    private readonly Mock<ITotpAuthenticators> _authenticators = new();
    private readonly Mock<IPassedChallenges> _passed = new();
    private readonly Mock<ISecurityEvents> _events = new();
    private readonly FakeTimeProvider _time = new(Moments.Start);
    private readonly MfaEvaluation _login = Tenant.Login();

    public StandInTests()
    {
        Enrolled(true);
        Hosted(new ProviderDecision.Unavailable(IsOutage: true));
        _hosted.Setup(hosted => hosted.VerifyAsync(It.IsAny<ChallengeToken>(), It.IsAny<ExpectedChallenge>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((ChallengeToken _, ExpectedChallenge expected, CancellationToken _) => Passed(expected));
        _passed.Setup(passed => passed.FindAsync(Token, It.IsAny<CancellationToken>())).ReturnsAsync(() => new PassedChallenge(
            _login.Transaction,
            _login.Account.Id,
            new MfaChallenge(MfaChallenge.OwnPagesInOutage, "reference", Enrol: false),
            AuthenticationMethod.OneTimePassword,
            Moments.Start));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_an_outage_the_own_pages_ask_and_it_is_recorded()
    {
        var challenge = (await EvaluateAsync()).Should().BeOfType<ProviderDecision.Challenge>().Subject;

        challenge.Action.Should().Be(MfaChallenge.OwnPagesInOutage);
        challenge.Enrol.Should().BeFalse();
        challenge.Url.OriginalString.Should().StartWith("/Mfa/Challenge");
        _events.Verify(events => events.RecordAsync(new MfaFellBack(Moments.Start, _login.Account.Id, _login.Transaction), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Who_has_nothing_enrolled_here_is_refused_and_enrols_nothing()
    {
        Enrolled(false);

        (await EvaluateAsync()).Should().Be(new ProviderDecision.Unavailable(IsOutage: true));
        _events.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_call_that_fails_for_one_login_alone_is_no_outage()
    {
        _probe.Answers = true;

        (await EvaluateAsync()).Should().BeOfType<ProviderDecision.Unavailable>();
    }

    public static TheoryData<string> Decisions => ["allow", "block", "review", "challenge", "refusal"];

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Whatever_the_hosted_one_says_stands(string name)
    {
        ProviderDecision decision = name switch
        {
            "allow" => new ProviderDecision.Allow(),
            "block" => new ProviderDecision.Block(),
            "review" => new ProviderDecision.Review(),
            "challenge" => new ProviderDecision.Challenge(new Uri("https://mfa.example"), "reference", "login", Enrol: true),
            _ => new ProviderDecision.Unavailable(),
        };
        Hosted(decision);

        (await EvaluateAsync()).Should().BeSameAs(decision);
        _probe.Asked.Should().BeFalse();
    }

    [Fact]
    public async Task Without_the_record_there_is_no_challenge()
    {
        _events.Setup(events => events.RecordAsync(It.IsAny<SecurityEvent>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException());

        await FluentActions.Awaiting(EvaluateAsync).Should().ThrowAsync<IOException>();
    }

    [Theory]
    [InlineData("hosted-login", true)]
    [InlineData(MfaChallenge.OwnPages, false)]
    [InlineData(MfaChallenge.OwnPagesInOutage, false)]
    public async Task A_token_is_taken_by_the_provider_alone_that_asked(string action, bool byHosted)
    {
        var expected = Expect(action);

        await Provider().VerifyAsync(Token, expected, Ct);

        _hosted.Verify(hosted => hosted.VerifyAsync(Token, expected, It.IsAny<CancellationToken>()), Times.Exactly(byHosted ? 1 : 0));
        _passed.Verify(passed => passed.FindAsync(Token, It.IsAny<CancellationToken>()), Times.Exactly(byHosted ? 0 : 1));
    }

    [Fact]
    public async Task The_built_in_provider_answers_for_no_challenge_of_another() =>
        (await BuiltIn().VerifyAsync(Token, Expect("hosted-login"), Ct)).Should().BeOfType<ChallengeVerdict.UnknownToken>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whether_wrong_passwords_are_told_is_the_hosted_ones_answer(bool available)
    {
        _hosted.Setup(hosted => hosted.IsAvailableAsync(It.IsAny<CancellationToken>())).ReturnsAsync(available);

        (await Provider().IsAvailableAsync(Ct)).Should().Be(available);
    }

    private static ChallengeVerdict.Passed Passed(ExpectedChallenge expected) =>
        new(expected.User, expected.Challenge.Action, expected.Challenge.Reference, AuthenticationMethod.OneTimePassword, Moments.Start);

    private ExpectedChallenge Expect(string action) =>
        new(_login.Transaction, _login.Account.Id, new MfaChallenge(action, "reference", Enrol: false), Moments.Start);

    private Task<ProviderDecision> EvaluateAsync() => Provider().EvaluateAsync(_login, Ct);

    private StandInMfaProvider Provider() =>
        new(_hosted.Object, _probe, BuiltIn(), _events.Object, _time, NullLogger<StandInMfaProvider>.Instance);

    private BuiltInMfaProvider BuiltIn() => new(_authenticators.Object, Mock.Of<IOwnPasskeys>(), _passed.Object, new CountingRandom(), _time);

    private void Hosted(ProviderDecision decision) => _hosted
        .Setup(hosted => hosted.EvaluateAsync(It.IsAny<MfaEvaluation>(), It.IsAny<CancellationToken>())).ReturnsAsync(decision);

    private void Enrolled(bool enrolled) => _authenticators
        .Setup(store => store.AnyAsync(It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(enrolled);

    private sealed class Probe : IOutageProbe
    {
        public bool Answers { get; set; }

        public bool Asked { get; private set; }

        public Task<bool> AnswersAsync(CancellationToken ct)
        {
            Asked = true;
            return Task.FromResult(Answers);
        }
    }
}
