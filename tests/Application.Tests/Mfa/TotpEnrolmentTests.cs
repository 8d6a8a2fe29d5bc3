using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.BeginTotpEnrolment;
using CleanLogin.Application.Mfa.ConfirmTotpEnrolment;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class TotpEnrolmentTests
{
    private readonly Handlers _handlers = new();
    private readonly TotpWorld _totp = new();
    private readonly CountingRandom _random = new();
    private readonly Mock<IRecoveryCodeHandouts> _handouts = new();
    private LoginTransaction _login;
    private TotpEnrolment? _stored;
    private RecoveryCodeHandout? _handedOut;

    public TotpEnrolmentTests()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged(enrol: true));
        _totp.Authenticators.Setup(store => store.GetOrBeginEnrolmentAsync(
                _login.Id, _login.User, It.IsAny<TotpSecret>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(TotpWorld.Secret);
        _totp.Authenticators.Setup(store => store.FindEnrolmentAsync(_login.Id, It.IsAny<CancellationToken>())).ReturnsAsync(TotpWorld.Secret);
        _totp.Authenticators.Setup(store => store.ConfirmEnrolmentAsync(It.IsAny<TotpEnrolment>(), It.IsAny<CancellationToken>()))
            .Callback((TotpEnrolment enrolment, CancellationToken _) => _stored = enrolment)
            .ReturnsAsync(true);
        _handouts.Setup(handouts => handouts.Keep(It.IsAny<RecoveryCodeHandout>())).Callback((RecoveryCodeHandout handout) => _handedOut = handout);
    }

    [Fact]
    public async Task An_enrolment_shows_the_secret_of_this_login()
    {
        var ready = (await BeginAsync()).Should().BeOfType<BeginTotpEnrolmentOutcome.Ready>().Subject;

        ready.View.Secret.Should().Be("BASE32");
        ready.Replaces.Should().BeFalse();
    }

    [Fact]
    public async Task A_login_with_an_authenticator_shows_no_secret()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged());

        (await BeginAsync()).Should().Be(new BeginTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged));
        _totp.Authenticators.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_login_with_an_authenticator_cannot_enrol_another_one()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged());

        (await ConfirmAsync(TotpWorld.Right)).Should().Be(new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged));
        _stored.Should().BeNull();
    }

    [Fact]
    public async Task After_a_recovery_code_a_new_authenticator_can_be_enrolled()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged()
            .LedBy(login => login.RecordRecovery(Handlers.Owner, Moments.Start)));
        _totp.Authenticators.Setup(store => store.ListAsync(_login.User, It.IsAny<CancellationToken>()))
            .ReturnsAsync([new TotpAuthenticator(AuthenticatorId.Of(Guid.Empty), TotpWorld.Secret, 0)]);

        (await BeginAsync()).Should().BeOfType<BeginTotpEnrolmentOutcome.Ready>().Which.Replaces.Should().BeTrue();
        (await ConfirmAsync(TotpWorld.Right)).Should().BeOfType<ConfirmTotpEnrolmentOutcome.Enrolled>();
        _stored!.Replaces.Should().BeTrue();
        _stored.Events.Select(happened => happened.Code).Should().StartWith("authenticator.removed");
    }

    [Fact]
    public async Task A_stranger_sees_no_secret()
    {
        (await BeginAsync(Handlers.Thief)).Should().Be(new BeginTotpEnrolmentOutcome.Denied(DenialReason.WrongBrowser));
        (await ConfirmAsync(TotpWorld.Right, Handlers.Thief)).Should().Be(new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.WrongBrowser));

        _totp.Authenticators.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task An_account_that_is_gone_enrols_nothing()
    {
        _handlers.Accounts.Reset();

        (await BeginAsync()).Should().Be(new BeginTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged));
    }

    [Fact]
    public async Task Who_began_with_a_password_that_was_replaced_leaves_no_authenticator_behind()
    {
        _handlers.Knows(Given.AnAccount().Build() with { PasswordReplacedAt = _login.StartedAt.AddSeconds(1) });

        (await ConfirmAsync(TotpWorld.Right)).Should().Be(new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.AccountUnusable));
        _stored.Should().BeNull();
    }

    [Fact]
    public async Task The_first_right_code_enrols_the_app_with_fresh_recovery_codes_all_at_once()
    {
        var outcome = await ConfirmAsync(TotpWorld.Right);

        outcome.Should().BeOfType<ConfirmTotpEnrolmentOutcome.Enrolled>();
        _stored.Should().NotBeNull();
        _stored!.Replaces.Should().BeFalse("only the way back may replace an authenticator");
        _stored.Token.Should().BeSameAs(_handedOut!.Token);
        _stored.Passed.User.Should().Be(_login.User);
        _stored.Passed.Challenge.Should().Be(_login.Challenge);
        _stored.RecoveryCodes.Count.Should().Be(RecoveryCodeSet.Size);
        _handedOut.Codes.Should().HaveCount(RecoveryCodeSet.Size).And.OnlyContain(code => _stored.RecoveryCodes.Find(code) != null);
        _handedOut.Codes.Select(code => code.RevealOnce()).Should().OnlyHaveUniqueItems();
        _stored.Events.Select(happened => happened.Code)
            .Should().Equal("authenticator.enrolled", "recovery_codes.issued", "login.mfa.challenge_passed");
    }

    [Fact]
    public async Task The_code_that_confirms_is_used_up_by_it()
    {
        await ConfirmAsync(TotpWorld.Right);

        _stored!.Authenticator.LastAcceptedStep.Should().Be(Moments.Start.ToUnixTimeSeconds() / 30);
    }

    [Fact]
    public async Task A_wrong_code_enrols_nothing()
    {
        (await ConfirmAsync(TotpWorld.Wrong)).Should().BeOfType<ConfirmTotpEnrolmentOutcome.WrongCode>();

        _stored.Should().BeNull();
        _handlers.Attempts.Verify(attempts => attempts.ClearAsync(It.IsAny<AttemptKey>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task During_a_pause_no_code_is_looked_at()
    {
        _handlers.Pauses(TimeSpan.FromMinutes(2));

        (await ConfirmAsync(TotpWorld.Right)).Should().Be(new ConfirmTotpEnrolmentOutcome.Throttled(TimeSpan.FromMinutes(2)));
        _stored.Should().BeNull();
    }

    [Fact]
    public async Task Without_a_secret_that_was_shown_nothing_can_be_confirmed()
    {
        _totp.Authenticators.Setup(store => store.FindEnrolmentAsync(_login.Id, It.IsAny<CancellationToken>())).ReturnsAsync((TotpSecret?)null);

        (await ConfirmAsync(TotpWorld.Right)).Should().Be(new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged));
    }

    [Fact]
    public async Task Of_two_confirmations_one_counts()
    {
        _totp.Authenticators.Setup(store => store.ConfirmEnrolmentAsync(It.IsAny<TotpEnrolment>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(false);

        (await ConfirmAsync(TotpWorld.Right)).Should().Be(new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.AlreadyUsed));
        _handedOut.Should().BeNull("its codes were not saved");
    }

    [Fact]
    public async Task The_codes_are_handed_out_for_this_login_and_as_long_as_it_lives()
    {
        await ConfirmAsync(TotpWorld.Right);

        _handedOut!.Occasion.Should().Be(HandoutOccasion.Of(_login.Id));
        (_handedOut.User, _handedOut.At, _handedOut.Until).Should().Be((_login.User, Moments.Start, _login.ExpiresAt));
    }

    [Fact]
    public async Task Whoever_comes_back_after_the_enrolment_is_shown_no_other_key()
    {
        _handouts.Setup(handouts => handouts.Find(HandoutOccasion.Of(_login.Id))).Returns(
            new RecoveryCodeHandout(HandoutOccasion.Of(_login.Id), _login.User, [], Moments.Start, _login.ExpiresAt));

        (await BeginAsync()).Should().BeOfType<BeginTotpEnrolmentOutcome.Enrolled>();
        _totp.Authenticators.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_key_that_was_shown_in_a_login_that_still_lives_is_shown_in_the_next_one_of_that_browser()
    {
        var (first, key) = BegunBefore(Given.ALoginTransaction().Challenged(enrol: true));

        await BeginAsync(null, new EarlierLogin(first.Id, Handlers.Owner));

        VerifyChosen(key, Times.Once());
    }

    [Fact]
    public async Task A_key_that_another_browser_was_shown_is_not_shown_again()
    {
        var (first, key) = BegunBefore(Given.ALoginTransaction().Challenged(enrol: true));

        await BeginAsync(null, new EarlierLogin(first.Id, Handlers.Thief));

        VerifyChosen(key, Times.Never());
    }

    [Fact]
    public async Task A_key_that_somebody_else_was_shown_is_not_shown_again()
    {
        var (first, key) = BegunBefore(Given.ALoginTransaction().Of(Given.AnAccount().Named("bob")).Challenged(enrol: true));

        await BeginAsync(null, new EarlierLogin(first.Id, Handlers.Owner));

        VerifyChosen(key, Times.Never());
    }

    [Theory]
    [InlineData(LoginState.Succeeded)]
    [InlineData(LoginState.Denied)]
    [InlineData(LoginState.Expired)]
    public async Task A_key_of_a_login_that_is_over_is_not_shown_again(LoginState state)
    {
        var (first, key) = BegunBefore(Given.ALoginTransaction().In(state));

        await BeginAsync(null, new EarlierLogin(first.Id, Handlers.Owner));

        VerifyChosen(key, Times.Never());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_enrolled_in_an_outage_or_beside_another_provider(bool outage)
    {
        var login = Given.ALoginTransaction();
        _handlers.Has(outage ? login.ChallengedInOutage(enrol: true) : login.ChallengedElsewhere(enrol: true));

        (await BeginAsync()).Should().Be(new BeginTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged));
        (await ConfirmAsync(TotpWorld.Right)).Should().Be(new ConfirmTotpEnrolmentOutcome.Denied(DenialReason.NotChallenged));

        _stored.Should().BeNull();
    }

    private (LoginTransaction Login, TotpSecret Key) BegunBefore(LoginTransactionBuilder login)
    {
        var key = TotpSecret.From([.. Enumerable.Repeat((byte)5, TotpSecret.Size)]);
        var first = _handlers.Has(login.Another());
        _totp.Authenticators.Setup(store => store.FindEnrolmentAsync(first.Id, It.IsAny<CancellationToken>())).ReturnsAsync(key);
        return (first, key);
    }

    private void VerifyChosen(TotpSecret key, Times times)
    {
        _totp.Authenticators.Verify(store => store.GetOrBeginEnrolmentAsync(
            _login.Id, _login.User, It.IsAny<TotpSecret>(), It.IsAny<CancellationToken>()), Times.Once);
        _totp.Authenticators.Verify(store => store.GetOrBeginEnrolmentAsync(
            _login.Id, _login.User, key, It.IsAny<CancellationToken>()), times);
    }

    private OpenChallenge Open() => new(_handlers.Transactions.Object, _handlers.Time);

    private Task<BeginTotpEnrolmentOutcome> BeginAsync(BrowserSecret? secret = null, params EarlierLogin[]? earlier) =>
        new BeginTotpEnrolmentHandler(Open(), _handlers.Accounts.Object, _totp.Authenticators.Object, _totp.Algorithm.Object, _handouts.Object, _random)
            .Handle(new BeginTotpEnrolment(_login.Id, secret ?? Handlers.Owner, earlier ?? []), TestContext.Current.CancellationToken);

    private Task<ConfirmTotpEnrolmentOutcome> ConfirmAsync(TotpCode code, BrowserSecret? secret = null) =>
        new ConfirmTotpEnrolmentHandler(
                Open(),
                _totp.Authenticators.Object,
                _totp.Algorithm.Object,
                _handlers.Accounts.Object,
                _handlers.Attempts.Object,
                _handouts.Object,
                _random,
                new TokenMint(_random),
                _handlers.Time)
            .Handle(new ConfirmTotpEnrolment(_login.Id, secret ?? Handlers.Owner, Typed.Holding(code)), TestContext.Current.CancellationToken);
}
