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
    private LoginTransaction _login;
    private TotpEnrolment? _stored;

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
    }

    [Fact]
    public async Task An_enrolment_shows_the_secret_of_this_login() =>
        (await BeginAsync()).Should().BeOfType<BeginTotpEnrolmentOutcome.Ready>().Which.View.Secret.Should().Be("BASE32");

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

        (await BeginAsync()).Should().BeOfType<BeginTotpEnrolmentOutcome.Ready>();
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

        var enrolled = outcome.Should().BeOfType<ConfirmTotpEnrolmentOutcome.Enrolled>().Subject;
        _stored.Should().NotBeNull();
        _stored!.Replaces.Should().BeFalse("only the way back may replace an authenticator");
        _stored.Token.Should().BeSameAs(enrolled.Token);
        _stored.Passed.User.Should().Be(_login.User);
        _stored.Passed.Challenge.Should().Be(_login.Challenge);
        _stored.RecoveryCodes.Count.Should().Be(RecoveryCodeSet.Size);
        enrolled.RecoveryCodes.Should().OnlyContain(code => _stored.RecoveryCodes.Find(code) != null);
        enrolled.RecoveryCodes.Select(code => code.RevealOnce()).Should().OnlyHaveUniqueItems();
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

    private OpenChallenge Open() => new(_handlers.Transactions.Object, _handlers.Time);

    private Task<BeginTotpEnrolmentOutcome> BeginAsync(BrowserSecret? secret = null) =>
        new BeginTotpEnrolmentHandler(Open(), _handlers.Accounts.Object, _totp.Authenticators.Object, _totp.Algorithm.Object, _random)
            .Handle(new BeginTotpEnrolment(_login.Id, secret ?? Handlers.Owner), TestContext.Current.CancellationToken);

    private Task<ConfirmTotpEnrolmentOutcome> ConfirmAsync(TotpCode code, BrowserSecret? secret = null) =>
        new ConfirmTotpEnrolmentHandler(
                Open(),
                _totp.Authenticators.Object,
                _totp.Algorithm.Object,
                _handlers.Accounts.Object,
                _handlers.Attempts.Object,
                _random,
                new TokenMint(_random),
                _handlers.Time)
            .Handle(new ConfirmTotpEnrolment(_login.Id, secret ?? Handlers.Owner, Typed.Holding(code)), TestContext.Current.CancellationToken);
}
