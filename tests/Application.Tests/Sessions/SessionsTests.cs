using CleanLogin.Application.Accounts.GetOverview;
using CleanLogin.Application.Accounts.GetPasswordRules;
using CleanLogin.Application.Authenticators;
using CleanLogin.Application.Ports;
using CleanLogin.Application.Sessions.End;
using CleanLogin.Application.Sessions.EndOthers;
using CleanLogin.Application.Sessions.List;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Sessions;

/// <summary>What a person sees of their account and ends of their sessions: a session is enough, and nothing without one.</summary>
public sealed class SessionsTests
{
    private static readonly SessionReference There = SessionReference.Parse("there")!;

    private readonly Handlers _handlers = new();
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly Mock<ISessions> _sessions = new();
    private readonly Mock<IAuthenticatorDirectory> _directory = new();
    private readonly Account _alice = Given.AnAccount().Build();

    public SessionsTests()
    {
        SignedIn(true);
        _sessions.Setup(sessions => sessions.ListAsync(_alice.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync([new SignedInBrowser(There, IsThisOne: true, "Browser/1.0", null, Moments.Start, Moments.Start)]);
        _directory.Setup(directory => directory.ListAsync(_alice.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AuthenticatorListing.Unavailable());
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StepUp Person => new(_server.Object, _handlers.Accounts.Object, _handlers.Time);

    [Fact]
    public async Task Whoever_is_signed_in_sees_where() =>
        (await new ListSessionsHandler(Person, _sessions.Object).Handle(new ListSessions(), Ct))
            .Should().BeOfType<ListSessionsOutcome.Listed>().Which.Browsers.Should().ContainSingle();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_is_ended_if_it_is_there(bool there)
    {
        _sessions.Setup(sessions => sessions.EndAsync(_alice.Id, There, It.IsAny<CancellationToken>())).ReturnsAsync(there);

        var outcome = await new EndSessionHandler(Person, _sessions.Object).Handle(new EndSession(There), Ct);

        outcome.Should().Be(there ? new EndSessionOutcome.Ended() : new EndSessionOutcome.Gone());
    }

    [Fact]
    public async Task What_names_no_session_is_not_looked_for()
    {
        (await new EndSessionHandler(Person, _sessions.Object).Handle(new EndSession(null), Ct)).Should().BeOfType<EndSessionOutcome.Gone>();

        _sessions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task All_others_are_ended()
    {
        _sessions.Setup(sessions => sessions.EndOthersAsync(_alice.Id, It.IsAny<CancellationToken>())).ReturnsAsync(3);

        (await new EndOtherSessionsHandler(Person, _sessions.Object).Handle(new EndOtherSessions(), Ct))
            .Should().Be(new EndOtherSessionsOutcome.Ended(3));
    }

    [Fact]
    public async Task The_overview_is_there_while_the_provider_is_not()
    {
        var shown = (await new GetOverviewHandler(Person, _directory.Object, _sessions.Object).Handle(new GetOverview(), Ct))
            .Should().BeOfType<GetOverviewOutcome.Shown>().Subject;

        shown.Authenticators.Should().BeNull();
        shown.Browsers.Should().Be(1);
        shown.Username.Should().Be(_alice.Username.Value);
    }

    [Fact]
    public async Task The_page_of_the_password_knows_whose_it_is_and_how_long_a_new_one_has_to_be() =>
        (await new GetPasswordRulesHandler(Person, new PasswordPolicy(EnrolmentRule.Required, Mock.Of<ICommonPasswords>(), [])).Handle(new GetPasswordRules(), Ct))
            .Should().Be(new GetPasswordRulesOutcome.Shown(_alice.Username, 8, IsDue: false));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_not_signed_in_or_was_disabled_sees_and_ends_nothing(bool disabled)
    {
        SignedIn(disabled);
        _handlers.Knows(_alice with { IsActive = !disabled });

        (await new ListSessionsHandler(Person, _sessions.Object).Handle(new ListSessions(), Ct)).Should().BeOfType<ListSessionsOutcome.SignedOut>();
        (await new EndSessionHandler(Person, _sessions.Object).Handle(new EndSession(There), Ct)).Should().BeOfType<EndSessionOutcome.SignedOut>();
        (await new EndOtherSessionsHandler(Person, _sessions.Object).Handle(new EndOtherSessions(), Ct))
            .Should().BeOfType<EndOtherSessionsOutcome.SignedOut>();
        (await new GetOverviewHandler(Person, _directory.Object, _sessions.Object).Handle(new GetOverview(), Ct))
            .Should().BeOfType<GetOverviewOutcome.SignedOut>();
        _sessions.VerifyNoOtherCalls();
    }

    private void SignedIn(bool signedIn) => _server.Setup(server => server.GetSessionAsync(It.IsAny<CancellationToken>())).ReturnsAsync(
        signedIn ? new LoginSession(_alice.Id, "Alice", AuthenticationMethods.Of([AuthenticationMethod.Password]), Moments.Start) : null);
}
