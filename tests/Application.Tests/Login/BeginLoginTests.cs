using System.Net;
using CleanLogin.Application.Login;
using CleanLogin.Application.Login.Begin;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CleanLogin.Application.Tests.Login;

public sealed class BeginLoginTests
{
    private static readonly IPAddress Address = IPAddress.Parse("203.0.113.7");
    private static readonly Uri ProviderPage = new("https://mfa.example/challenge");

    private readonly Mock<IAccounts> _accounts = new();
    private readonly Mock<IAttempts> _attempts = new();
    private readonly Mock<IAddressBudgets> _addresses = new();
    private readonly Mock<IKnownDevices> _devices = new();
    private readonly Mock<IPasswordHasher> _hasher = new();
    private readonly Mock<ISecurityEvents> _events = new();
    private readonly Mock<ILoginTransactions> _transactions = new();
    private readonly Mock<IMfaProvider> _mfa = new();
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly FakeTimeProvider _time = new();

    public BeginLoginTests()
    {
        _accounts.Setup(accounts => accounts.FindAsync(It.Is<Username>(name => name.Value == "alice"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Alice);
        _attempts.Setup(attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Allowed());
        _addresses.Setup(addresses => addresses.ChargeAsync(
                It.IsAny<AddressBlock>(), It.IsAny<AddressUse>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Allowed());
        _hasher.Setup(hasher => hasher.Verify(It.IsAny<PasswordDigest>(), It.Is<PlainPassword>(typed => typed.RevealForHashing() == "right")))
            .Returns(PasswordMatch.Yes);
        _transactions.Setup(transactions => transactions.SaveAsync(It.IsAny<LoginTransaction>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(true);
        _mfa.Setup(mfa => mfa.IsAvailableAsync(It.IsAny<CancellationToken>())).ReturnsAsync(true);
        Decide(new ProviderDecision.Challenge(ProviderPage, "reference", "login", Enrol: false));
    }

    private static Account Alice { get; } = new(
        new UserId("alice-id"), Username.Parse("alice")!, "Alice Smith", "alice@example.com", true, true, new PasswordDigest("digest"));

    [Fact]
    public async Task A_right_password_leads_to_the_challenge_after_it_was_saved()
    {
        var outcome = await BeginAsync("alice", "right");

        var challenge = outcome.Should().BeOfType<BeginLoginOutcome.ChallengeRequired>().Subject;
        challenge.Url.Should().Be(ProviderPage);
        _transactions.Verify(transactions => transactions.SaveAsync(
            It.Is<LoginTransaction>(saved => saved.State == LoginState.MfaChallenged && saved.Id == challenge.Transaction),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task What_could_not_be_saved_is_no_challenge()
    {
        _transactions.Setup(transactions => transactions.SaveAsync(It.IsAny<LoginTransaction>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(false);

        var outcome = await BeginAsync("alice", "right");

        outcome.Should().Be(new BeginLoginOutcome.Denied(DenialReason.AlreadyUsed));
    }

    [Fact]
    public async Task A_wrong_password_is_denied_and_recorded()
    {
        var outcome = await BeginAsync("alice", "wrong");

        outcome.Should().Be(new BeginLoginOutcome.Denied(DenialReason.InvalidCredentials));
        _events.Verify(events => events.RecordAsync(
            It.Is<PasswordRejected>(happened => happened.User == Alice.Id), It.IsAny<CancellationToken>()));
        _mfa.Verify(mfa => mfa.EvaluateAsync(It.IsAny<MfaEvaluation>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task An_unknown_name_costs_the_same_calls_as_a_wrong_password()
    {
        var outcome = await BeginAsync("nobody", "right");

        outcome.Should().Be(new BeginLoginOutcome.Denied(DenialReason.InvalidCredentials));
        _hasher.Verify(hasher => hasher.VerifyDecoy(It.IsAny<PlainPassword>()), Times.Once);
        _attempts.Verify(
            attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Once);
        _events.Verify(events => events.RecordAsync(
            It.Is<PasswordRejected>(happened => happened.User == null), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task While_a_pause_is_in_force_the_password_is_not_even_checked()
    {
        _attempts.Setup(attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Refused(TimeSpan.FromSeconds(30)));

        var outcome = await BeginAsync("alice", "right");

        outcome.Should().Be(new BeginLoginOutcome.Denied(DenialReason.Throttled, TimeSpan.FromSeconds(30)));
        _hasher.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("right")]
    [InlineData("wrong")]
    public async Task An_outage_looks_the_same_for_right_and_wrong_passwords(string password)
    {
        Decide(new ProviderDecision.Unavailable());
        _mfa.Setup(mfa => mfa.IsAvailableAsync(It.IsAny<CancellationToken>())).ReturnsAsync(false);

        var outcome = await BeginAsync("alice", password);

        outcome.Should().Be(new BeginLoginOutcome.Denied(DenialReason.ProviderUnavailable));
    }

    [Fact]
    public async Task A_blocked_login_is_saved_as_denied()
    {
        Decide(new ProviderDecision.Block());

        var outcome = await BeginAsync("alice", "right");

        outcome.Should().Be(new BeginLoginOutcome.Denied(DenialReason.ProviderBlocked));
        _transactions.Verify(transactions => transactions.SaveAsync(
            It.Is<LoginTransaction>(saved => saved.State == LoginState.Denied), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task An_allowed_login_gets_its_session_after_it_was_saved()
    {
        Decide(new ProviderDecision.Allow());
        var saved = false;
        _transactions.Setup(transactions => transactions.SaveAsync(It.IsAny<LoginTransaction>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => saved = true);
        _server.Setup(server => server.CompleteLoginAsync(
                It.IsAny<LoginCompletion>(), It.IsAny<AuthorizationContext?>(), It.IsAny<CancellationToken>()))
            .Callback(() => saved.Should().BeTrue("what is not stored did not happen"))
            .ReturnsAsync((Continuation?)null);

        var outcome = await BeginAsync("alice", "right");

        outcome.Should().Be(new BeginLoginOutcome.SignedIn(new Continuation("/after")));
    }

    [Fact]
    public async Task An_outdated_digest_is_replaced()
    {
        _hasher.Setup(hasher => hasher.Verify(It.IsAny<PasswordDigest>(), It.IsAny<PlainPassword>())).Returns(PasswordMatch.YesButOutdated);
        var fresh = new PasswordDigest("fresh");
        _hasher.Setup(hasher => hasher.Hash(It.IsAny<PlainPassword>())).Returns(fresh);

        await BeginAsync("alice", "right");

        _accounts.Verify(accounts => accounts.ReplaceDigestAsync(Alice.Id, Alice.Digest!, fresh, It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData("right", DenialReason.AccountUnusable)]
    [InlineData("wrong", DenialReason.InvalidCredentials)]
    public async Task A_disabled_account_is_told_only_to_whoever_knows_its_password(string password, DenialReason reason)
    {
        _accounts.Setup(accounts => accounts.FindAsync(It.IsAny<Username>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Alice with { IsActive = false });

        var outcome = await BeginAsync("alice", password);

        outcome.Should().Be(new BeginLoginOutcome.Denied(reason));
        _transactions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_login_under_review_is_refused()
    {
        Decide(new ProviderDecision.Review());

        (await BeginAsync("alice", "right")).Should().Be(new BeginLoginOutcome.Denied(DenialReason.ProviderBlocked));
    }

    [Fact]
    public async Task A_level_that_nobody_knows_starts_no_login()
    {
        Asks("urn:somebody:gold");

        (await BeginAsync("alice", "right")).Should().Be(new BeginLoginOutcome.Denied(DenialReason.AssuranceNotMet));
        _transactions.VerifyNoOtherCalls();
        _mfa.Verify(mfa => mfa.EvaluateAsync(It.IsAny<MfaEvaluation>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task What_a_provider_allows_does_not_lower_the_level_that_the_application_asks_for()
    {
        Asks("urn:cleanlogin:aal2");
        Decide(new ProviderDecision.Allow());

        (await BeginAsync("alice", "right")).Should().Be(new BeginLoginOutcome.Denied(DenialReason.AssuranceNotMet));
        _server.Verify(
            server => server.CompleteLoginAsync(
                It.IsAny<LoginCompletion>(), It.IsAny<AuthorizationContext?>(), It.IsAny<CancellationToken>()),
            Times.Never);
    }

    [Theory]
    [InlineData("right", DenialReason.AccountUnusable)]
    [InlineData("wrong", DenialReason.InvalidCredentials)]
    public async Task A_password_that_old_failures_put_out_of_use_is_answered_like_a_wrong_one_by_the_same_work(
        string password, DenialReason reason)
    {
        Charge(new AttemptCharge.Refused(Timeout.InfiniteTimeSpan, Hidden: true));

        (await BeginAsync("alice", password)).Should().Be(new BeginLoginOutcome.Denied(reason));

        _hasher.Verify(hasher => hasher.Verify(It.IsAny<PasswordDigest>(), It.IsAny<PlainPassword>()), Times.Once);
        _attempts.Verify(attempts => attempts.ClearAsync(It.IsAny<AttemptKey>(), It.IsAny<CancellationToken>()), Times.Never);
        _events.Verify(events => events.RecordAsync(
            It.Is<PasswordRejected>(happened => happened.User == Alice.Id && happened.Reason == reason), It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData("alice", true)]
    [InlineData("nobody", false)]
    public async Task Failures_are_kept_for_names_that_have_an_account(string name, bool kept)
    {
        await BeginAsync(name, "wrong");

        _attempts.Verify(attempts => attempts.ChargeAsync(
            It.Is<AttemptKey>(key => key.IsOwned == kept && key.Value == AttemptKey.ForPassword(Username.Parse(name)!).Value),
            It.IsAny<DateTimeOffset>(),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_pause_is_told_during_an_outage_too_since_it_tells_nothing_of_the_password()
    {
        _mfa.Setup(mfa => mfa.IsAvailableAsync(It.IsAny<CancellationToken>())).ReturnsAsync(false);
        _attempts.Setup(attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Refused(TimeSpan.FromSeconds(30)));

        (await BeginAsync("alice", "right")).Should().Be(new BeginLoginOutcome.Denied(DenialReason.Throttled, TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("alice")]
    [InlineData("nobody")]
    public async Task Where_too_many_passwords_were_wrong_from_an_address_none_is_checked_and_no_name_is_charged(string name)
    {
        _addresses.Setup(addresses => addresses.ChargeAsync(
                AddressBlock.Of(Address)!, AddressUse.WrongPassword, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AttemptCharge.Refused(TimeSpan.FromSeconds(36)));

        (await BeginAsync(name, "right")).Should().Be(new BeginLoginOutcome.Denied(DenialReason.Throttled, TimeSpan.FromSeconds(36)));

        _hasher.VerifyNoOtherCalls();
        _attempts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task The_provider_learns_a_callback_of_this_server_and_this_login()
    {
        var outcome = (BeginLoginOutcome.ChallengeRequired)await BeginAsync("alice", "right");

        _mfa.Verify(mfa => mfa.EvaluateAsync(
            It.Is<MfaEvaluation>(login =>
                login.Transaction == outcome.Transaction
                && login.Callback == new Uri($"https://login.example/Account/Login/Callback?tx={outcome.Transaction}")),
            It.IsAny<CancellationToken>()));
    }

    private void Asks(string acr) => _server
        .Setup(server => server.FindAuthorizationAsync("/after", It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AuthorizationContext
        {
            ReturnUrl = "/after", ClientId = "shop", ClientName = "Example shop", BeganAt = _time.GetUtcNow(), AcrValues = [acr],
        });

    private void Charge(AttemptCharge charge) => _attempts
        .Setup(attempts => attempts.ChargeAsync(It.IsAny<AttemptKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(charge);

    private void Decide(ProviderDecision decision) =>
        _mfa.Setup(mfa => mfa.EvaluateAsync(It.IsAny<MfaEvaluation>(), It.IsAny<CancellationToken>())).ReturnsAsync(decision);

    private Task<BeginLoginOutcome> BeginAsync(string username, string password)
    {
        var random = new Mock<ISecureRandom>();
        random.Setup(source => source.Next(It.IsAny<int>())).Returns((int count) => new byte[count]);
        var check = new PasswordCheck(
            _accounts.Object,
            new AttemptBudget(_attempts.Object, _addresses.Object, _devices.Object, _time),
            _hasher.Object,
            new AtOnce(),
            _events.Object,
            _time);
        var handler = new BeginLoginHandler(
            check,
            _transactions.Object,
            _mfa.Object,
            _server.Object,
            new SignIn(_server.Object, _devices.Object),
            random.Object,
            new MfaPolicy(EnrolmentRule.Required, AllowedMethods.All),
            new ServerAddress(new Uri("https://login.example")),
            LoginLifetime.Default,
            _time);
        var command = new BeginLogin(
            username, Typed.Password(password), ReturnUrl.Parse("/after")!, RememberMe: false, new LoginOrigin(Address, null, null));
        return handler.Handle(command, TestContext.Current.CancellationToken);
    }

    private sealed class AtOnce : IHashingScheduler
    {
        public Task<T> RunAsync<T>(Func<T> work, CancellationToken ct) => Task.FromResult(work());
    }
}
