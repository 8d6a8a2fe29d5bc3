using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.RedeemRecoveryCode;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class RedeemRecoveryCodeTests
{
    private static readonly RecoveryCode Right = RecoveryCode.From(new byte[RecoveryCode.EntropyBytes]);
    private static readonly RecoveryCode Wrong = RecoveryCode.Parse("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ")!;

    private readonly Handlers _handlers = new();
    private readonly Mock<IRecoveryCodes> _codes = new();
    private readonly LoginTransaction _login;

    public RedeemRecoveryCodeTests()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged());
        _codes.Setup(codes => codes.FindAsync(_login.User, It.IsAny<CancellationToken>())).ReturnsAsync(RecoveryCodeSet.Of([Right]));
        _codes.Setup(codes => codes.RemoveAsync(_login.User, It.IsAny<byte[]>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
    }

    [Fact]
    public async Task A_right_code_is_removed_and_opens_enrolment_but_no_session()
    {
        (await RedeemAsync(Right)).Should().BeOfType<RedeemRecoveryCodeOutcome.EnrolNext>();

        _codes.Verify(codes => codes.RemoveAsync(
            _login.User, It.Is<byte[]>(digest => digest.SequenceEqual(Right.ToDigest())), It.IsAny<CancellationToken>()));
        _login.AllowsEnrolment.Should().BeTrue();
        _login.Ticket.Should().BeNull();
        _handlers.Recorded.Should().Equal(new RecoveryCodeRedeemed(Moments.Start, _login.User, _login.Id));
        _handlers.VerifySaved(Times.Once());
    }

    [Fact]
    public async Task A_login_that_ran_out_while_the_code_was_redeemed_says_so()
    {
        _codes.Setup(codes => codes.RemoveAsync(_login.User, It.IsAny<byte[]>(), It.IsAny<CancellationToken>()))
            .Callback(() => _handlers.Time.Advance(Moments.Lifetime))
            .ReturnsAsync(true);

        (await RedeemAsync(Right)).Should().Be(new RedeemRecoveryCodeOutcome.Denied(DenialReason.Expired));
        _login.AllowsEnrolment.Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_code_is_recorded_and_opens_nothing()
    {
        (await RedeemAsync(Wrong)).Should().BeOfType<RedeemRecoveryCodeOutcome.WrongCode>();

        _login.AllowsEnrolment.Should().BeFalse();
        _handlers.Recorded.Should().Equal(
            new MfaChallengeRejected(Moments.Start, _login.User, _login.Id, DenialReason.ChallengeFailed));
    }

    [Fact]
    public async Task A_code_that_somebody_else_has_just_used_is_wrong()
    {
        _codes.Setup(codes => codes.RemoveAsync(_login.User, It.IsAny<byte[]>(), It.IsAny<CancellationToken>())).ReturnsAsync(false);

        (await RedeemAsync(Right)).Should().BeOfType<RedeemRecoveryCodeOutcome.WrongCode>();
        _login.AllowsEnrolment.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_code_is_spent_in_an_outage_or_for_a_challenge_of_another_provider(bool outage)
    {
        var login = Given.ALoginTransaction();
        var transaction = _handlers.Has(outage ? login.ChallengedInOutage() : login.ChallengedElsewhere());

        (await RedeemAsync(Right)).Should().Be(new RedeemRecoveryCodeOutcome.Denied(DenialReason.NotChallenged));

        transaction.AllowsEnrolment.Should().BeFalse();
        _codes.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task During_a_pause_no_code_is_looked_at()
    {
        _handlers.Pauses(Timeout.InfiniteTimeSpan);

        (await RedeemAsync(Right)).Should().Be(new RedeemRecoveryCodeOutcome.Throttled(Timeout.InfiniteTimeSpan));
        _codes.VerifyNoOtherCalls();
        _handlers.Recorded.Should().Equal(new LoginThrottled(Moments.Start, _login.User, _login.Id));
    }

    [Fact]
    public async Task A_stranger_cannot_try_codes()
    {
        (await RedeemAsync(Right, Handlers.Thief)).Should().Be(new RedeemRecoveryCodeOutcome.Denied(DenialReason.WrongBrowser));
        _codes.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task What_could_not_be_saved_opens_nothing()
    {
        _handlers.Saves = false;

        (await RedeemAsync(Right)).Should().Be(new RedeemRecoveryCodeOutcome.Denied(DenialReason.AlreadyUsed));
    }

    private Task<RedeemRecoveryCodeOutcome> RedeemAsync(RecoveryCode code, BrowserSecret? secret = null) =>
        new RedeemRecoveryCodeHandler(
                new OpenChallenge(_handlers.Transactions.Object, _handlers.Time),
                _handlers.Transactions.Object,
                _codes.Object,
                _handlers.Budget,
                _handlers.Events.Object,
                _handlers.Time)
            .Handle(new RedeemRecoveryCode(_login.Id, secret ?? Handlers.Owner, Typed.Holding(code)), TestContext.Current.CancellationToken);
}
