using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.VerifyPasskey;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class VerifyPasskeyTests
{
    private static readonly ChallengeToken Answer = ChallengeToken.Parse("answer of the browser")!;

    private readonly Handlers _handlers = new();
    private readonly Mock<IOwnPasskeys> _passkeys = new();
    private readonly Mock<IPassedChallenges> _passed = new();
    private readonly LoginTransaction _login;

    public VerifyPasskeyTests()
    {
        _login = _handlers.Has(Given.ALoginTransaction().Challenged());
        Proves(new PasskeyUse.Accepted(_login.User, AuthenticationMethod.SecurityKey, "use-1", Moments.Start));
    }

    [Fact]
    public async Task A_passkey_gives_a_token_under_which_the_challenge_is_recorded()
    {
        var token = (await VerifyAsync()).Should().BeOfType<VerifyPasskeyOutcome.Passed>().Subject.Token;

        _passed.Verify(passed => passed.RecordAsync(
            new PassedChallenge(_login.Id, _login.User, _login.Challenge!, AuthenticationMethod.SecurityKey, Moments.Start),
            token,
            It.IsAny<CancellationToken>()));
        _handlers.Recorded.Should().Equal(
            new MfaChallengePassed(Moments.Start, _login.User, _login.Id, AuthenticationMethod.SecurityKey));
    }

    public static TheoryData<PasskeyUse> Unproven() =>
        [new PasskeyUse.AlreadyUsed(), new PasskeyUse.Refused(), new PasskeyUse.Suspect(Given.AnAccount().Build().Id)];

    [Theory]
    [MemberData(nameof(Unproven))]
    public async Task Whatever_proves_nothing_is_recorded_and_gives_nothing(PasskeyUse use)
    {
        Proves(use);

        (await VerifyAsync()).Should().BeOfType<VerifyPasskeyOutcome.Refused>();
        _passed.VerifyNoOtherCalls();
        _handlers.Recorded.Should().Equal(new MfaChallengeRejected(Moments.Start, _login.User, _login.Id, DenialReason.ChallengeFailed));
    }

    [Fact]
    public async Task No_answer_proves_nothing()
    {
        (await VerifyAsync(answer: null)).Should().BeOfType<VerifyPasskeyOutcome.Refused>();
        _passkeys.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_login_that_has_to_enrol_cannot_be_passed_by_a_passkey()
    {
        _handlers.Has(Given.ALoginTransaction().Challenged(enrol: true));

        (await VerifyAsync(Answer)).Should().Be(new VerifyPasskeyOutcome.Denied(DenialReason.NotChallenged));
        _passkeys.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_challenge_of_another_provider_is_not_answered_here()
    {
        _handlers.Has(Given.ALoginTransaction().ChallengedElsewhere());

        (await VerifyAsync(Answer)).Should().Be(new VerifyPasskeyOutcome.Denied(DenialReason.NotChallenged));
        _passkeys.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task In_an_outage_of_another_provider_a_passkey_is_accepted()
    {
        _handlers.Has(Given.ALoginTransaction().ChallengedInOutage());

        (await VerifyAsync()).Should().BeOfType<VerifyPasskeyOutcome.Passed>();
    }

    [Fact]
    public async Task A_stranger_cannot_use_a_passkey_in_somebody_elses_login()
    {
        (await VerifyAsync(Answer, Handlers.Thief)).Should().Be(new VerifyPasskeyOutcome.Denied(DenialReason.WrongBrowser));
        _passkeys.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(LoginState.PasswordVerified, DenialReason.NotChallenged)]
    [InlineData(LoginState.Succeeded, DenialReason.AlreadyUsed)]
    [InlineData(LoginState.Denied, DenialReason.AlreadyUsed)]
    [InlineData(LoginState.Expired, DenialReason.Expired)]
    public async Task Only_an_open_challenge_takes_passkeys(LoginState state, DenialReason reason)
    {
        _handlers.Has(Given.ALoginTransaction().In(state));

        (await VerifyAsync(Answer)).Should().Be(new VerifyPasskeyOutcome.Denied(reason));
        _passkeys.VerifyNoOtherCalls();
    }

    private void Proves(PasskeyUse use) => _passkeys
        .Setup(passkeys => passkeys.VerifyAsync(new PasskeyAsk.SecondStep(_login.Id, _login.User), Answer, It.IsAny<CancellationToken>()))
        .ReturnsAsync(use);

    private Task<VerifyPasskeyOutcome> VerifyAsync() => VerifyAsync(Answer);

    private Task<VerifyPasskeyOutcome> VerifyAsync(ChallengeToken? answer, BrowserSecret? secret = null) =>
        new VerifyPasskeyHandler(
                new OpenChallenge(_handlers.Transactions.Object, _handlers.Time),
                _passkeys.Object,
                _passed.Object,
                _handlers.Events.Object,
                new TokenMint(new CountingRandom()),
                _handlers.Time)
            .Handle(new VerifyPasskey(_login.Id, secret ?? Handlers.Owner, answer), TestContext.Current.CancellationToken);
}
