using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.VerifyTotp;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class VerifyTotpTests
{
    private readonly Handlers _handlers = new();
    private readonly TotpWorld _totp = new();
    private readonly Mock<IPassedChallenges> _passed = new();
    private readonly LoginTransaction _login;

    public VerifyTotpTests()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged());
        _totp.Has(TotpWorld.AnApp());
    }

    [Fact]
    public async Task A_right_code_gives_a_token_under_which_the_challenge_is_recorded()
    {
        var outcome = await VerifyAsync(TotpWorld.Right);

        var token = outcome.Should().BeOfType<CodeOutcome.Accepted>().Subject.Token;
        _passed.Verify(passed => passed.RecordAsync(
            new PassedChallenge(_login.Id, _login.User, _login.Challenge!, AuthenticationMethod.OneTimePassword, Moments.Start),
            token,
            It.IsAny<CancellationToken>()));
        _handlers.Recorded.Should().Equal(
            new MfaChallengePassed(Moments.Start, _login.User, _login.Id, AuthenticationMethod.OneTimePassword));
        _handlers.Attempts.Verify(attempts => attempts.ClearAsync(
            AttemptKey.ForAuthenticator(TotpWorld.AnApp().Id), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_wrong_code_is_charged_recorded_and_gives_nothing()
    {
        (await VerifyAsync(TotpWorld.Wrong)).Should().BeOfType<CodeOutcome.WrongCode>();

        _handlers.Recorded.Should().Equal(
            new MfaChallengeRejected(Moments.Start, _login.User, _login.Id, DenialReason.ChallengeFailed));
        _handlers.Attempts.Verify(attempts => attempts.ChargeAsync(
            AttemptKey.ForAuthenticator(TotpWorld.AnApp().Id), Moments.Start, It.IsAny<CancellationToken>()));
        _handlers.Attempts.Verify(attempts => attempts.ClearAsync(It.IsAny<AttemptKey>(), It.IsAny<CancellationToken>()), Times.Never);
        _passed.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_right_code_that_somebody_else_has_just_used_is_wrong()
    {
        _totp.Authenticators.Setup(store => store.AcceptStepAsync(It.IsAny<AuthenticatorId>(), It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(false);

        (await VerifyAsync(TotpWorld.Right)).Should().BeOfType<CodeOutcome.WrongCode>();
        _passed.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_code_of_a_step_that_was_accepted_before_is_wrong()
    {
        _totp.Has(TotpWorld.AnApp(lastAcceptedStep: Moments.Start.ToUnixTimeSeconds() / 30));

        (await VerifyAsync(TotpWorld.Right)).Should().BeOfType<CodeOutcome.WrongCode>();
    }

    [Fact]
    public async Task During_a_pause_no_code_is_looked_at()
    {
        _handlers.Pauses(TimeSpan.FromMinutes(2));

        (await VerifyAsync(TotpWorld.Right)).Should().Be(new CodeOutcome.Throttled(TimeSpan.FromMinutes(2)));

        _totp.Algorithm.VerifyNoOtherCalls();
        _handlers.Recorded.Should().Equal(new LoginThrottled(Moments.Start, _login.User, _login.Id));
    }

    [Fact]
    public async Task Any_of_several_apps_will_do()
    {
        _totp.Has(TotpWorld.AnApp(1, lastAcceptedStep: long.MaxValue), TotpWorld.AnApp(2));

        (await VerifyAsync(TotpWorld.Right)).Should().BeOfType<CodeOutcome.Accepted>();
        _totp.Authenticators.Verify(store => store.AcceptStepAsync(
            TotpWorld.AnApp(2).Id, Moments.Start.ToUnixTimeSeconds() / 30, It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Where_nothing_is_enrolled_no_code_counts()
    {
        _totp.Has();

        (await VerifyAsync(TotpWorld.Right)).Should().Be(new CodeOutcome.Denied(DenialReason.NotChallenged));
    }

    [Fact]
    public async Task A_login_that_has_to_enrol_cannot_be_passed_by_a_code()
    {
        _handlers.Has(Given.ALoginTransaction().Challenged(enrol: true));

        (await VerifyAsync(TotpWorld.Right)).Should().Be(new CodeOutcome.Denied(DenialReason.NotChallenged));
    }

    [Fact]
    public async Task A_challenge_of_another_provider_is_not_answered_here()
    {
        _handlers.Has(Given.ALoginTransaction().ChallengedElsewhere());

        (await VerifyAsync(TotpWorld.Right)).Should().Be(new CodeOutcome.Denied(DenialReason.NotChallenged));
        _handlers.Attempts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task In_an_outage_of_another_provider_a_right_code_is_accepted()
    {
        _handlers.Has(Given.ALoginTransaction().ChallengedInOutage());

        (await VerifyAsync(TotpWorld.Right)).Should().BeOfType<CodeOutcome.Accepted>();
    }

    [Fact]
    public async Task A_stranger_cannot_try_codes_at_somebody_elses_login()
    {
        (await VerifyAsync(TotpWorld.Right, Handlers.Thief)).Should().Be(new CodeOutcome.Denied(DenialReason.WrongBrowser));

        _handlers.Recorded.Should().Equal(new BrowserMismatchSeen(Moments.Start, _login.User, _login.Id));
        _handlers.Attempts.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(LoginState.PasswordVerified, DenialReason.NotChallenged)]
    [InlineData(LoginState.Succeeded, DenialReason.AlreadyUsed)]
    [InlineData(LoginState.Denied, DenialReason.AlreadyUsed)]
    [InlineData(LoginState.Expired, DenialReason.Expired)]
    public async Task Only_an_open_challenge_takes_codes(LoginState state, DenialReason reason)
    {
        _handlers.Has(Given.ALoginTransaction().In(state));

        (await VerifyAsync(TotpWorld.Right)).Should().Be(new CodeOutcome.Denied(reason));
        _handlers.Attempts.VerifyNoOtherCalls();
    }

    private Task<CodeOutcome> VerifyAsync(TotpCode code, BrowserSecret? secret = null)
    {
        var handler = new VerifyTotpHandler(
            new OpenChallenge(_handlers.Transactions.Object, _handlers.Time),
            _totp.Authenticators.Object,
            _totp.Algorithm.Object,
            _handlers.Budget,
            _passed.Object,
            _handlers.Events.Object,
            new TokenMint(new CountingRandom()),
            _handlers.Time);
        return handler.Handle(new VerifyTotp(_login.Id, secret ?? Handlers.Owner, Typed.Holding(code)), TestContext.Current.CancellationToken);
    }
}
