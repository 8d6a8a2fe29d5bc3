using CleanLogin.Application.Login;
using CleanLogin.Application.Login.CompleteMfa;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing.Builders;
using Moq;

namespace CleanLogin.Application.Tests.Login;

public sealed class CompleteMfaChallengeTests
{
    private static readonly ChallengeToken Token = ChallengeToken.Parse("token-of-the-callback")!;

    private readonly Handlers _handlers = new();
    private readonly Mock<IMfaProvider> _mfa = new();
    private readonly Mock<IAuthorizationServer> _server = new();
    private readonly Mock<IRecoveryCodeHandouts> _handouts = new();

    [Fact]
    public async Task A_passed_challenge_is_saved_and_only_then_exchanged_for_a_session()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/connect/authorize?x=1"));
        Answer(Passed(login));
        var order = new MockSequence();
        var transactions = new Mock<ILoginTransactions>(MockBehavior.Strict);
        var server = new Mock<IAuthorizationServer>(MockBehavior.Strict);
        transactions.InSequence(order).Setup(store => store.FindAsync(login.Id, It.IsAny<CancellationToken>())).ReturnsAsync(login);
        transactions.InSequence(order).Setup(store => store.SaveAsync(login, It.IsAny<CancellationToken>())).ReturnsAsync(true);
        server.InSequence(order).Setup(engine => engine.FindAuthorizationAsync(login.ReturnUrl.Value, It.IsAny<CancellationToken>()))
            .ReturnsAsync((AuthorizationContext?)null);
        server.InSequence(order).Setup(engine => engine.CompleteLoginAsync(
                It.Is<LoginCompletion>(done => done.Ticket.User == login.User && done.DisplayName == "Name of alice"),
                null,
                It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Continuation("/next"));

        var outcome = await CompleteAsync(login, Handlers.Owner, Token, transactions.Object, server.Object);

        outcome.Should().Be(new CompleteMfaChallengeOutcome.SignedIn(new Continuation("/next")));
    }

    [Fact]
    public async Task Where_no_application_waits_the_login_goes_to_its_own_return_url()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/somewhere"));
        Answer(Passed(login));

        (await CompleteAsync(login)).Should().Be(new CompleteMfaChallengeOutcome.SignedIn(new Continuation("/somewhere")));
        _handlers.Devices.Verify(devices => devices.Remember(login.User), Times.Once);
        _handouts.Verify(handouts => handouts.Forget(HandoutOccasion.Of(login.Id)), Times.Once);
    }

    [Fact]
    public async Task Where_a_new_password_is_due_it_comes_first_and_the_way_on_is_not_lost()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/somewhere?x=1&y=2"));
        Answer(Passed(login));
        _handlers.Knows(Given.AnAccount().Build() with { IsPasswordDue = true });

        (await CompleteAsync(login)).Should().Be(
            new CompleteMfaChallengeOutcome.SignedIn(new Continuation("/Manage/Password?ReturnUrl=%2Fsomewhere%3Fx%3D1%26y%3D2")));
    }

    [Fact]
    public async Task An_application_that_waits_no_more_is_not_gone_back_to()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/connect/authorize?x=1"));
        Answer(Passed(login));

        (await CompleteAsync(login)).Should().Be(new CompleteMfaChallengeOutcome.SignedIn(new Continuation("/")));
    }

    [Fact]
    public async Task Whoever_was_slower_gets_no_session()
    {
        var login = _handlers.Has(Challenged());
        Answer(Passed(login));
        _handlers.Saves = false;

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.AlreadyUsed);
        _server.VerifyNoOtherCalls();
        _handouts.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task An_unknown_login_is_told_like_an_expired_one()
    {
        var login = Challenged().Build();

        (await CompleteAsync(login)).Should().Be(new CompleteMfaChallengeOutcome.Denied(DenialReason.Expired, ReturnUrl.Home, null, RememberMe: false));
        _mfa.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_stranger_learns_nothing_spends_no_token_and_leaves_a_trace()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/secret-place"));

        var outcome = await CompleteAsync(login, Handlers.Thief, Token);

        outcome.Should().Be(new CompleteMfaChallengeOutcome.Denied(DenialReason.WrongBrowser, ReturnUrl.Home, null, RememberMe: false));
        _mfa.VerifyNoOtherCalls();
        _handlers.Recorded.Should().ContainSingle().Which.Should().BeOfType<BrowserMismatchSeen>();
        login.State.Should().Be(LoginState.MfaChallenged);
    }

    [Fact]
    public async Task Coming_back_without_a_token_leaves_the_challenge_open()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/somewhere"));

        var outcome = await CompleteAsync(login, Handlers.Owner, token: null);

        outcome.Should().Be(new CompleteMfaChallengeOutcome.Denied(DenialReason.ChallengeAbandoned, login.ReturnUrl, "alice", RememberMe: false));
        login.State.Should().Be(LoginState.MfaChallenged);
        _mfa.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Whoever_comes_back_without_a_token_finds_ticked_what_was_ticked()
    {
        var login = _handlers.Has(Challenged().Persistent());

        var outcome = await CompleteAsync(login, Handlers.Owner, token: null);

        outcome.Should().BeOfType<CompleteMfaChallengeOutcome.Denied>().Which.RememberMe.Should().BeTrue();
        (await CompleteAsync(login, Handlers.Thief, token: null)).Should().BeOfType<CompleteMfaChallengeOutcome.Denied>()
            .Which.RememberMe.Should().BeFalse("a stranger learns nothing of this login");
    }

    [Fact]
    public async Task A_login_that_has_ended_asks_no_provider_again()
    {
        var login = _handlers.Has(Given.ALoginTransaction().Succeeded());

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.AlreadyUsed);
        _mfa.VerifyNoOtherCalls();
        _server.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_login_that_is_too_late_says_so_and_keeps_the_way_back()
    {
        var login = _handlers.Has(Challenged().ReturningTo("/somewhere"));
        _handlers.Time.SetUtcNow(login.ExpiresAt);

        var outcome = await CompleteAsync(login);

        outcome.Should().Be(new CompleteMfaChallengeOutcome.Denied(DenialReason.Expired, login.ReturnUrl, "alice", RememberMe: false));
        _handlers.Recorded.Should().ContainSingle().Which.Should().BeOfType<LoginExpired>();
    }

    [Fact]
    public async Task A_login_that_expires_while_the_provider_answers_is_too_late()
    {
        var login = _handlers.Has(Challenged());
        _mfa.Setup(mfa => mfa.VerifyAsync(Token, It.IsAny<ExpectedChallenge>(), It.IsAny<CancellationToken>()))
            .Callback(() => _handlers.Time.SetUtcNow(login.ExpiresAt))
            .ReturnsAsync(Passed(login));

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.Expired);
    }

    [Fact]
    public async Task An_account_disabled_meanwhile_gets_no_session()
    {
        var login = _handlers.Has(Challenged());
        Answer(Passed(login));
        _handlers.Knows(Given.AnAccount().Disabled().Build());

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.AccountUnusable);
        login.State.Should().Be(LoginState.Denied);
    }

    [Fact]
    public async Task A_password_replaced_meanwhile_opens_nothing()
    {
        var login = _handlers.Has(Challenged());
        Answer(Passed(login));
        _handlers.Knows(Given.AnAccount().Build() with { PasswordReplacedAt = login.StartedAt.AddSeconds(1) });

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.AccountUnusable);
        login.State.Should().Be(LoginState.Denied);
    }

    [Fact]
    public async Task An_account_removed_meanwhile_gets_no_session()
    {
        var login = _handlers.Has(Challenged());
        Answer(Passed(login));
        _handlers.Accounts.Reset();

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.AccountUnusable);
    }

    public static TheoryData<string, DenialReason> Refusals() => new()
    {
        { "another person", DenialReason.ChallengeMismatch },
        { "another action", DenialReason.ChallengeMismatch },
        { "another challenge", DenialReason.ChallengeMismatch },
        { "failed", DenialReason.ChallengeFailed },
        { "unknown token", DenialReason.UnknownToken },
        { "abandoned", DenialReason.ChallengeAbandoned },
        { "unavailable", DenialReason.ProviderUnavailable },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_other_verdict_is_refused_for_its_own_reason(string verdict, DenialReason reason)
    {
        var login = _handlers.Has(Challenged().ReturningTo("/somewhere"));
        Answer(Verdict(verdict, login));

        var outcome = await CompleteAsync(login);

        outcome.Should().Be(new CompleteMfaChallengeOutcome.Denied(reason, login.ReturnUrl, "alice", RememberMe: false));
        _handlers.VerifySaved(Times.Once());
        _server.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_method_that_is_too_weak_is_refused_for_that()
    {
        var login = _handlers.Has(Challenged().Requiring(AssuranceLevel.PhishingResistant));
        Answer(Passed(login));

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.AssuranceNotMet);
    }

    [Fact]
    public async Task The_third_unknown_token_ends_the_login()
    {
        var login = _handlers.Has(Challenged());
        Answer(new ChallengeVerdict.UnknownToken());

        await CompleteAsync(login);
        await CompleteAsync(login);
        Reason(await CompleteAsync(login)).Should().Be(DenialReason.UnknownToken);

        login.State.Should().Be(LoginState.Denied);
    }

    [Fact]
    public async Task The_provider_is_told_exactly_which_challenge_is_meant()
    {
        var login = _handlers.Has(Challenged());
        Answer(Passed(login));

        await CompleteAsync(login);

        _mfa.Verify(mfa => mfa.VerifyAsync(
            Token, new ExpectedChallenge(login.Id, login.User, login.Challenge!, login.StartedAt), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_second_step_by_a_method_that_is_not_allowed_ends_the_login()
    {
        var login = _handlers.Has(Challenged());
        Answer(Passed(login));
        Allowed = AllowedMethods.Parse(["security-key"])!;

        Reason(await CompleteAsync(login)).Should().Be(DenialReason.UnsupportedMethod);

        login.Ticket.Should().BeNull();
    }

    private AllowedMethods Allowed { get; set; } = AllowedMethods.All;

    private static LoginTransactionBuilder Challenged() => Given.ALoginTransaction().Challenged();

    private static DenialReason Reason(CompleteMfaChallengeOutcome outcome) =>
        outcome.Should().BeOfType<CompleteMfaChallengeOutcome.Denied>().Subject.Reason;

    private static ChallengeVerdict.Passed Passed(LoginTransaction login) =>
        new(login.User, login.Challenge!.Action, login.Challenge.Reference, AuthenticationMethod.OneTimePassword, login.StartedAt);

    private static ChallengeVerdict Verdict(string name, LoginTransaction login) => name switch
    {
        "another person" => Passed(login) with { User = new UserId("id-of-mallory") },
        "another action" => Passed(login) with { Action = "payment" },
        "another challenge" => Passed(login) with { Reference = "challenge-2" },
        "failed" => new ChallengeVerdict.Failed(DenialReason.ChallengeFailed),
        "unknown token" => new ChallengeVerdict.UnknownToken(),
        "abandoned" => new ChallengeVerdict.Abandoned(),
        "unavailable" => new ChallengeVerdict.Unavailable(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such verdict."),
    };

    private void Answer(ChallengeVerdict verdict) => _mfa
        .Setup(mfa => mfa.VerifyAsync(It.IsAny<ChallengeToken>(), It.IsAny<ExpectedChallenge>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(verdict);

    private Task<CompleteMfaChallengeOutcome> CompleteAsync(LoginTransaction login) => CompleteAsync(login, Handlers.Owner, Token);

    private Task<CompleteMfaChallengeOutcome> CompleteAsync(
        LoginTransaction login,
        BrowserSecret secret,
        ChallengeToken? token,
        ILoginTransactions? transactions = null,
        IAuthorizationServer? server = null)
    {
        var handler = new CompleteMfaChallengeHandler(
            transactions ?? _handlers.Transactions.Object,
            _mfa.Object,
            new MfaPolicy(EnrolmentRule.Required, Allowed),
            _handlers.Accounts.Object,
            _handouts.Object,
            new SignIn(server ?? _server.Object, _handlers.Devices.Object),
            _handlers.Time);
        return handler.Handle(new CompleteMfaChallenge(login.Id, secret, token), TestContext.Current.CancellationToken);
    }
}
