using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.GetChallenge;
using CleanLogin.Domain.Login;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class GetChallengeTests
{
    private readonly Handlers _handlers = new();

    [Fact]
    public async Task An_open_challenge_shows_who_is_logging_in()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged().ReturningTo("/somewhere"));

        (await GetAsync(login, Handlers.Owner)).Should().Be(new GetChallengeOutcome.Open("alice", login.ReturnUrl));
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

    private Task<GetChallengeOutcome> GetAsync(LoginTransaction login, BrowserSecret? secret) =>
        new GetChallengeHandler(new OpenChallenge(_handlers.Transactions.Object, _handlers.Time), _handlers.Accounts.Object)
            .Handle(new GetChallenge(login.Id, secret), TestContext.Current.CancellationToken);
}
