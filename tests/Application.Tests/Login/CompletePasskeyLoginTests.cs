using CleanLogin.Application.Login;
using CleanLogin.Application.Login.CompletePasskey;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using CleanLogin.Testing.Fakes;
using Moq;

namespace CleanLogin.Application.Tests.Login;

public sealed class CompletePasskeyLoginTests
{
    private const string Action = "passkey-sign-in";

    private static readonly ChallengeToken Token = ChallengeToken.Parse("token of the browser")!;
    private static readonly Account Alice = Given.AnAccount().Build();

    private readonly Handlers _handlers = new();
    private readonly Mock<IPasskeyProvider> _passkeys = new();
    private readonly Mock<IAuthorizationServer> _server = new();

    public CompletePasskeyLoginTests()
    {
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(new PasskeyOffer.Hosted(new Uri("https://api.example/v1"), "tenant", Action));
        Answer(Passed());
    }

    [Fact]
    public async Task A_passkey_is_saved_as_a_login_and_only_then_exchanged_for_a_session()
    {
        _server.Setup(server => server.CompleteLoginAsync(
                It.Is<LoginCompletion>(login => login.Ticket.User == Alice.Id && login.DisplayName == "Name of alice" && login.Ticket.Persistent),
                null,
                It.IsAny<CancellationToken>()))
            .Callback(() => _handlers.VerifySaved(Times.Once()))
            .ReturnsAsync(new Continuation("/next"));

        var outcome = await CompleteAsync();

        outcome.Should().Be(new CompletePasskeyLoginOutcome.SignedIn(new Continuation("/next")));
        _handlers.Recorded.Should().ContainSingle().Which.Should().BeOfType<LoginSucceeded>();
    }

    [Fact]
    public async Task A_use_that_has_signed_in_before_gets_no_session()
    {
        _handlers.Saves = false;

        await IsDeniedAsync(DenialReason.AlreadyUsed);
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_token_that_is_missing()
    {
        (await CompleteAsync(token: null)).Should().Be(new CompletePasskeyLoginOutcome.Denied(DenialReason.UnknownToken));
        _passkeys.Verify(passkeys => passkeys.VerifyAsync(It.IsAny<ChallengeToken>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Nobody_is_asked_where_passkeys_are_not_offered()
    {
        _passkeys.SetupGet(passkeys => passkeys.Offer).Returns(new PasskeyOffer.None());

        await IsDeniedAsync(DenialReason.UnknownToken);
        _passkeys.Verify(passkeys => passkeys.VerifyAsync(It.IsAny<ChallengeToken>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task What_nobody_knows_is_refused_and_leaves_nothing_behind()
    {
        Answer(new ChallengeVerdict.UnknownToken());

        await IsDeniedAsync(DenialReason.UnknownToken);
        _handlers.Recorded.Should().BeEmpty();
        _handlers.VerifySaved(Times.Never());
    }

    [Fact]
    public async Task An_outage_is_told_as_one()
    {
        Answer(new ChallengeVerdict.Unavailable());

        await IsDeniedAsync(DenialReason.ProviderUnavailable);
    }

    [Fact]
    public async Task A_passkey_that_was_asked_for_and_not_used_is_no_sign_in()
    {
        Answer(new ChallengeVerdict.Abandoned());

        await IsDeniedAsync(DenialReason.ChallengeAbandoned);
    }

    [Fact]
    public async Task A_refusal_of_the_provider_is_recorded()
    {
        Answer(new ChallengeVerdict.Failed(DenialReason.ProviderBlocked));

        await IsDeniedAsync(DenialReason.ProviderBlocked);
        _handlers.Recorded.Should().ContainSingle().Which.Should().BeOfType<LoginDenied>()
            .Which.Reason.Should().Be(DenialReason.ProviderBlocked);
    }

    [Fact]
    public async Task A_person_without_an_account_here_is_refused()
    {
        Answer(Passed() with { User = new UserId("nobody") });

        await IsDeniedAsync(DenialReason.AccountUnusable);
    }

    [Fact]
    public async Task A_disabled_account_is_refused_and_the_use_is_spent()
    {
        _handlers.Knows(Given.AnAccount().Disabled().Build());

        await IsDeniedAsync(DenialReason.AccountUnusable);
        _handlers.VerifySaved(Times.Once());
    }

    [Fact]
    public async Task A_method_that_the_operator_does_not_allow_is_refused()
    {
        (await CompleteAsync(allowed: AllowedMethods.Parse(["otp"])!))
            .Should().Be(new CompletePasskeyLoginOutcome.Denied(DenialReason.UnsupportedMethod));
        NobodySignedIn();
    }

    [Theory]
    [InlineData("security-key")]
    [InlineData("unverified-passkey")]
    public async Task A_passkey_that_verified_nobody_is_one_factor_so_the_password_is_asked_for(string method)
    {
        Answer(Passed() with { Method = AuthenticationMethod.Find(method)! });

        (await CompleteAsync()).Should().Be(new CompletePasskeyLoginOutcome.PasswordNeeded("alice"));
        NobodySignedIn();
        _handlers.VerifySaved(Times.Once());
    }

    [Fact]
    public async Task That_one_factor_is_not_enough_tells_nothing_about_the_account()
    {
        _handlers.Knows(Given.AnAccount().Disabled().Build());
        Answer(Passed() with { Method = AuthenticationMethod.UnverifiedPasskey });

        (await CompleteAsync()).Should().Be(new CompletePasskeyLoginOutcome.PasswordNeeded("alice"));
    }

    [Fact]
    public async Task Another_method_that_does_not_sign_in_alone_is_refused()
    {
        Answer(Passed() with { Method = AuthenticationMethod.OneTimePassword });

        await IsDeniedAsync(DenialReason.UnsupportedMethod);
    }

    [Fact]
    public async Task A_token_for_another_action_is_refused()
    {
        Answer(Passed() with { Action = "add-passkey" });

        await IsDeniedAsync(DenialReason.ChallengeMismatch);
    }

    [Fact]
    public async Task An_application_that_asks_for_more_than_a_passkey_gives_gets_nobody()
    {
        Waits("phrh");

        await IsDeniedAsync(DenialReason.AssuranceNotMet);
    }

    [Fact]
    public async Task An_application_that_asks_for_a_level_that_nobody_knows_gets_nobody()
    {
        Waits("urn:unheard-of");

        await IsDeniedAsync(DenialReason.AssuranceNotMet);
        _handlers.VerifySaved(Times.Never());
    }

    private void Waits(string acr) => _server
        .Setup(server => server.FindAuthorizationAsync("/connect/authorize?x=1", It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AuthorizationContext
        {
            ReturnUrl = "/connect/authorize?x=1",
            ClientId = "app",
            ClientName = "App",
            BeganAt = _handlers.Time.GetUtcNow(),
            AcrValues = [acr],
        });

    private async Task IsDeniedAsync(DenialReason reason)
    {
        (await CompleteAsync()).Should().Be(new CompletePasskeyLoginOutcome.Denied(reason));
        NobodySignedIn();
    }

    private void NobodySignedIn() => _server.Verify(
        server => server.CompleteLoginAsync(It.IsAny<LoginCompletion>(), It.IsAny<AuthorizationContext?>(), It.IsAny<CancellationToken>()),
        Times.Never);

    private void Answer(ChallengeVerdict verdict) => _passkeys
        .Setup(passkeys => passkeys.VerifyAsync(Token, It.IsAny<CancellationToken>()))
        .ReturnsAsync(verdict);

    private static ChallengeVerdict.Passed Passed() => new(Alice.Id, Action, "use-1", AuthenticationMethod.SyncedPasskey, Moments.Start);

    private Task<CompletePasskeyLoginOutcome> CompleteAsync(AllowedMethods? allowed = null) => CompleteAsync(Token, allowed);

    private Task<CompletePasskeyLoginOutcome> CompleteAsync(ChallengeToken? token, AllowedMethods? allowed = null) =>
        new CompletePasskeyLoginHandler(
                _passkeys.Object,
                new MfaPolicy(EnrolmentRule.Required, allowed ?? AllowedMethods.All),
                _handlers.Accounts.Object,
                _handlers.Transactions.Object,
                _handlers.Events.Object,
                _server.Object,
                new SignIn(_server.Object, Mock.Of<IKnownDevices>()),
                new CountingRandom(),
                _handlers.Time)
            .Handle(
                new CompletePasskeyLogin(token, ReturnUrl.Parse("/connect/authorize?x=1")!, RememberMe: true),
                TestContext.Current.CancellationToken);
}
