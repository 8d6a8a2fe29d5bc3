using CleanLogin.Application.Mfa;
using CleanLogin.Application.Mfa.GetRecoveryCodes;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Mfa;

public sealed class GetRecoveryCodesTests
{
    private static readonly RecoveryCode Code = RecoveryCode.From(new byte[RecoveryCode.EntropyBytes]);
    private static readonly ChallengeToken Token = ChallengeToken.Parse("token")!;

    private readonly Handlers _handlers = new();
    private readonly Mock<IRecoveryCodeHandouts> _handouts = new();

    [Fact]
    public async Task While_the_login_lives_they_are_shown_with_service_account_and_date()
    {
        var login = Has(Given.ALoginTransaction().Challenged(enrol: true));

        var shown = (await GetAsync(login)).Should().BeOfType<GetRecoveryCodesOutcome.Shown>().Subject;

        shown.Token.Should().BeSameAs(Token);
        shown.Sheet.Codes.Should().Equal(Code);
        (shown.Sheet.Service, shown.Sheet.Account, shown.Sheet.MadeAt).Should().Be(("Some Login", "alice", Moments.Start));
    }

    [Theory]
    [InlineData(LoginState.Succeeded)]
    [InlineData(LoginState.Denied)]
    [InlineData(LoginState.Expired)]
    public async Task After_the_login_they_are_gone_whatever_the_browser_still_has(LoginState state)
    {
        var login = Has(Given.ALoginTransaction().In(state));

        (await GetAsync(login)).Should().BeOfType<GetRecoveryCodesOutcome.Gone>();
        _handouts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_stranger_sees_none()
    {
        var login = Has(Given.ALoginTransaction().Challenged(enrol: true));

        (await GetAsync(login, Handlers.Thief)).Should().BeOfType<GetRecoveryCodesOutcome.Gone>();
        _handouts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Codes_of_somebody_else_are_not_shown()
    {
        var login = Has(Given.ALoginTransaction().Challenged(enrol: true), new UserId("id-of-bob"));

        (await GetAsync(login)).Should().BeOfType<GetRecoveryCodesOutcome.Gone>();
    }

    [Fact]
    public async Task Where_none_were_made_there_is_nothing_to_show()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Challenged(enrol: true));

        (await GetAsync(login)).Should().BeOfType<GetRecoveryCodesOutcome.Gone>();
    }

    private LoginTransaction Has(LoginTransactionBuilder builder, UserId? owner = null)
    {
        var login = _handlers.Has(builder);
        var occasion = HandoutOccasion.Of(login.Id);
        _handouts.Setup(handouts => handouts.Find(occasion))
            .Returns(new RecoveryCodeHandout(occasion, owner ?? login.User, [Code], Moments.Start, login.ExpiresAt, Token));
        return login;
    }

    private Task<GetRecoveryCodesOutcome> GetAsync(LoginTransaction login, BrowserSecret? secret = null) =>
        new GetRecoveryCodesHandler(
                new OpenChallenge(_handlers.Transactions.Object, _handlers.Time),
                _handouts.Object,
                _handlers.Accounts.Object,
                new ServiceName("Some Login"))
            .Handle(new GetRecoveryCodes(login.Id, secret ?? Handlers.Owner), TestContext.Current.CancellationToken);
}
