using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.GetChallenge;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class GetChallengeTests
{
    private readonly Handlers _handlers = new();
    private readonly Mock<ITotpAuthenticators> _apps = new();
    private readonly Mock<IOwnPasskeys> _passkeys = new();

    public GetChallengeTests() => Has(app: true, passkey: false);

    [Fact]
    public async Task An_open_challenge_shows_who_is_logging_in()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged().ReturningTo("/somewhere"));

        (await GetAsync(login, Handlers.Owner)).Should().Be(new GetChallengeOutcome.Open("alice", login.ReturnUrl, AsksForCode: true, Passkey: null));
        _handlers.VerifySaved(Times.Never());
    }

    [Fact]
    public async Task An_unknown_login_is_told_like_an_expired_one() =>
        (await GetAsync(Given.ALoginTransaction().Build(), Handlers.Owner)).Should().Be(new GetChallengeOutcome.Denied(DenialReason.Expired));

    [Fact]
    public async Task A_stranger_sees_nothing_and_leaves_a_trace()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged());

        (await GetAsync(login, Handlers.Thief)).Should().Be(new GetChallengeOutcome.Denied(DenialReason.WrongBrowser));
        (await GetAsync(login, secret: null)).Should().Be(new GetChallengeOutcome.Denied(DenialReason.WrongBrowser));
        _handlers.Recorded.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_account_that_is_gone_has_no_challenge()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged());
        _handlers.Accounts.Reset();

        (await GetAsync(login, Handlers.Owner)).Should().Be(new GetChallengeOutcome.Denied(DenialReason.AccountUnusable));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_has_a_passkey_is_asked_for_it_in_this_very_login(bool hasApp)
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged());
        Has(app: hasApp, passkey: true);
        var ceremony = new PasskeyCeremony("{}", "ticket");
        _passkeys.Setup(passkeys => passkeys.AskAsync(new PasskeyAsk.SecondStep(login.Id, login.User), It.IsAny<CancellationToken>()))
            .ReturnsAsync(ceremony);

        (await GetAsync(login, Handlers.Owner)).Should().Be(new GetChallengeOutcome.Open("alice", login.ReturnUrl, hasApp, ceremony));
    }

    [Fact]
    public async Task Where_no_passkey_counts_none_is_asked_for()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged());
        Has(app: true, passkey: true);

        (await GetAsync(login, Handlers.Owner, AllowedMethods.Parse(["otp"])!)).Should().BeOfType<GetChallengeOutcome.Open>()
            .Which.Passkey.Should().BeNull();
    }

    private void Has(bool app, bool passkey)
    {
        _apps.Setup(apps => apps.AnyAsync(It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(app);
        _passkeys.Setup(passkeys => passkeys.AnyAsync(It.IsAny<UserId>(), It.IsAny<CancellationToken>())).ReturnsAsync(passkey);
    }

    private Task<GetChallengeOutcome> GetAsync(LoginTransaction login, BrowserSecret? secret, AllowedMethods? allowed = null) =>
        new GetChallengeHandler(
                new OpenChallenge(_handlers.Transactions.Object, _handlers.Time),
                _handlers.Accounts.Object,
                _apps.Object,
                _passkeys.Object,
                new MfaPolicy(EnrolmentRule.Required, allowed ?? AllowedMethods.All))
            .Handle(new GetChallenge(login.Id, secret), TestContext.Current.CancellationToken);
}
