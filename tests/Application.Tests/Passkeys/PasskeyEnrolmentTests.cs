using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Passkeys.BeginEnrolment;
using CleanLogin.Application.Passkeys.CompleteEnrolment;
using CleanLogin.Application.Passkeys.List;
using CleanLogin.Application.Ports;
using CleanLogin.Application.Tests.Authenticators;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;
using static CleanLogin.Application.Tests.Authenticators.AuthenticatorsWorld;

namespace CleanLogin.Application.Tests.Passkeys;

public sealed class PasskeyEnrolmentTests
{
    private static readonly LoginOrigin Origin = new(null, "Browser/1.0", DeviceId: null);
    private static readonly PasskeyOffer.Hosted Offer = new(new Uri("https://api.example/v1"), "tenant", "sign-in");
    private static readonly PasskeyEnrolmentToken Token = new("canary");
    private static readonly EnrolledAuthenticator Passkey = An(AuthenticationMethod.SyncedPasskey, "passkey", Moments.Start.AddMinutes(2));

    private readonly AuthenticatorsWorld _world = new();
    private readonly Mock<IPasskeyProvider> _passkeys = new();

    public PasskeyEnrolmentTests()
    {
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(Offer);
        Answers(new PasskeyEnrolmentStart.Ready(Token));
    }

    [Fact]
    public async Task Who_has_just_proven_two_factors_gets_a_token_and_it_is_recorded()
    {
        (await BeginAsync()).Should().Be(new BeginPasskeyEnrolmentOutcome.Begun(Offer, Token));

        _world.Recorded.Should().Equal(new AuthenticatorEnrolmentBegan(Moments.Start, Alice.Id));
        _passkeys.Verify(passkeys => passkeys.BeginEnrolmentAsync(
            It.Is<PasskeyEnrolment>(wish => wish.By.User == Alice.Id && wish.Account == Alice && wish.Origin == Origin),
            It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData(AssuranceLevel.None)]
    [InlineData(AssuranceLevel.SingleFactor)]
    [InlineData(AssuranceLevel.MailboxConfirmed)]
    public async Task One_factor_is_not_enough(AssuranceLevel level)
    {
        (await BeginAsync(level)).Should().BeOfType<BeginPasskeyEnrolmentOutcome.LoginNeeded>();
        NobodyAsked();
    }

    [Fact]
    public async Task An_old_login_is_not_enough()
    {
        _world.Time.Advance(RecentMultiFactor.Lifetime);

        (await BeginAsync()).Should().BeOfType<BeginPasskeyEnrolmentOutcome.LoginNeeded>();
        NobodyAsked();
    }

    [Fact]
    public async Task An_account_that_was_disabled_meanwhile_adds_nothing()
    {
        _world.Knows(Given.AnAccount().Disabled().Build());

        (await BeginAsync()).Should().BeOfType<BeginPasskeyEnrolmentOutcome.LoginNeeded>();
        NobodyAsked();
    }

    [Fact]
    public async Task Where_no_passkeys_are_kept_none_is_added()
    {
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(new PasskeyOffer.None());

        (await BeginAsync()).Should().BeOfType<BeginPasskeyEnrolmentOutcome.Refused>();
        NobodyAsked();
    }

    [Fact]
    public async Task A_refusal_and_an_outage_are_told_apart()
    {
        Answers(new PasskeyEnrolmentStart.Refused());
        (await BeginAsync()).Should().BeOfType<BeginPasskeyEnrolmentOutcome.Refused>();
        Answers(new PasskeyEnrolmentStart.Unavailable());
        (await BeginAsync()).Should().BeOfType<BeginPasskeyEnrolmentOutcome.Unavailable>();
    }

    [Fact]
    public async Task No_message_prints_the_token() => $"{await BeginAsync()}{Token}".Should().NotContain("canary");

    [Fact]
    public async Task A_passkey_that_is_there_since_the_login_was_added_and_is_recorded()
    {
        _world.Has(Passkey);

        (await CompleteAsync()).Should().BeOfType<CompletePasskeyEnrolmentOutcome.Added>();
        _world.Recorded.Should().Equal(new AuthenticatorEnrolled(Moments.Start, Alice.Id, Passkey.Id));
    }

    [Fact]
    public async Task One_that_is_recorded_already_is_not_added_again()
    {
        _world.Has(Passkey);
        _world.Events.Setup(events => events.IsRecordedAsync(It.IsAny<SecurityEvent>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);

        (await CompleteAsync()).Should().BeOfType<CompletePasskeyEnrolmentOutcome.NoneAdded>();
    }

    [Fact]
    public async Task One_of_before_and_one_that_is_no_passkey_were_not_added()
    {
        _world.Has(An(AuthenticationMethod.SyncedPasskey, "old"), An(AuthenticationMethod.OneTimePassword, "app", Moments.Start));

        (await CompleteAsync()).Should().BeOfType<CompletePasskeyEnrolmentOutcome.NoneAdded>();
    }

    [Fact]
    public async Task While_the_provider_is_down_nobody_knows()
    {
        _world.Lists(new AuthenticatorListing.Unavailable());

        (await CompleteAsync()).Should().BeOfType<CompletePasskeyEnrolmentOutcome.Unavailable>();
        (await ListAsync()).Should().BeOfType<ListPasskeysOutcome.Unavailable>();
    }

    [Fact]
    public async Task Passkeys_are_listed_and_nothing_else_is()
    {
        _world.Has(An(AuthenticationMethod.OneTimePassword, "app"), Passkey, An(method: null, "unheard-of"));

        (await ListAsync()).Should().BeOfType<ListPasskeysOutcome.Listed>().Which.Passkeys.Should().Equal(Passkey);
    }

    [Fact]
    public async Task Where_no_passkeys_are_kept_none_are_listed()
    {
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(new PasskeyOffer.None());

        (await ListAsync()).Should().BeOfType<ListPasskeysOutcome.NotOffered>();
    }

    private void Answers(PasskeyEnrolmentStart start) => _passkeys
        .Setup(passkeys => passkeys.BeginEnrolmentAsync(It.IsAny<PasskeyEnrolment>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(start);

    private void NobodyAsked()
    {
        _world.Recorded.Should().BeEmpty();
        _passkeys.Verify(
            passkeys => passkeys.BeginEnrolmentAsync(It.IsAny<PasskeyEnrolment>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private static AccessGrant Grant(AssuranceLevel level = AssuranceLevel.MultiFactor) => new(Alice.Id, level, Moments.Start);

    private Task<BeginPasskeyEnrolmentOutcome> BeginAsync(AssuranceLevel level = AssuranceLevel.MultiFactor) =>
        new BeginPasskeyEnrolmentHandler(_passkeys.Object, _world.Accounts.Object, _world.Events.Object, _world.Time)
            .Handle(new BeginPasskeyEnrolment(Grant(level), Origin), TestContext.Current.CancellationToken);

    private Task<CompletePasskeyEnrolmentOutcome> CompleteAsync() =>
        new CompletePasskeyEnrolmentHandler(_world.Directory.Object, new AddedAuthenticators(_world.Events.Object, _world.Time))
            .Handle(new CompletePasskeyEnrolment(Grant()), TestContext.Current.CancellationToken);

    private Task<ListPasskeysOutcome> ListAsync() =>
        new ListPasskeysHandler(_passkeys.Object, _world.Directory.Object)
            .Handle(new ListPasskeys(Grant()), TestContext.Current.CancellationToken);
}
