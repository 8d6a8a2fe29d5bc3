using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Domain.Tests.Login;

public sealed class PasskeyLoginTests
{
    private const string Action = "passkey-sign-in";

    private static readonly Account Alice = Given.AnAccount().Build();

    [Fact]
    public void A_passkey_signs_in_by_itself_with_two_factors()
    {
        var login = Login(Passed(), persistent: true);

        login.State.Should().Be(LoginState.Succeeded);
        login.Ticket!.User.Should().Be(Alice.Id);
        login.Ticket.Persistent.Should().BeTrue();
        login.Ticket.AuthenticatedAt.Should().Be(Moments.Start);
        login.Methods.ToAmr().Should().Equal("swk", "user", "pop", "mfa");
        login.Methods.Level.Should().Be(AssuranceLevel.PhishingResistant);
        login.Events.Should().Equal(new LoginSucceeded(Moments.Start, Alice.Id, login.Id, AssuranceLevel.PhishingResistant));
    }

    [Fact]
    public void A_passkey_of_somebody_else_signs_nobody_in() =>
        Refusal(Passed() with { User = new UserId("id-of-bob") }).Should().Be(DenialReason.ChallengeMismatch);

    [Fact]
    public void A_passkey_that_was_used_for_something_else_signs_nobody_in() =>
        Refusal(Passed() with { Action = "add-passkey" }).Should().Be(DenialReason.ChallengeMismatch);

    [Fact]
    public void An_account_that_is_out_of_use_stays_out() =>
        Refusal(Passed(), Given.AnAccount().Disabled().Build()).Should().Be(DenialReason.AccountUnusable);

    [Fact]
    public void It_counts_from_when_the_passkey_was_used_however_late_the_word_of_it_comes()
    {
        Login(Passed() with { At = Moments.After(-300) }).Ticket!.AuthenticatedAt.Should().Be(Moments.After(-300));

        var signedOut = Alice with { SignedOutBefore = Moments.After(-200) };
        Refusal(Passed() with { At = Moments.After(-300) }, signedOut).Should().Be(DenialReason.AccountUnusable);
        Refusal(Passed() with { At = Moments.After(-200.001) }, signedOut).Should().Be(DenialReason.AccountUnusable);
    }

    public static TheoryData<string> NotEnoughAlone() => [.. AuthenticationMethod.All
        .Except([AuthenticationMethod.SyncedPasskey, AuthenticationMethod.DeviceBoundPasskey])
        .Select(method => method.Code)];

    [Theory]
    [MemberData(nameof(NotEnoughAlone))]
    public void No_other_method_signs_in_by_itself(string method) =>
        Refusal(Passed() with { Method = AuthenticationMethod.Find(method)! }).Should().Be(DenialReason.UnsupportedMethod);

    [Fact]
    public void That_one_factor_is_not_enough_is_the_same_for_every_account() =>
        Refusal(Passed() with { Method = AuthenticationMethod.UnverifiedPasskey }, Given.AnAccount().Disabled().Build())
            .Should().Be(DenialReason.UnsupportedMethod);

    [Theory]
    [InlineData(true, true, "synced-passkey")]
    [InlineData(true, false, "device-bound-passkey")]
    [InlineData(false, true, "unverified-passkey")]
    [InlineData(false, false, "security-key")]
    public void What_a_passkey_proves_depends_on_who_was_verified_and_where_its_key_may_go(bool userVerified, bool backupEligible, string method) =>
        AuthenticationMethod.OfPasskey(userVerified, backupEligible).Code.Should().Be(method);

    [Fact]
    public void What_was_asked_for_must_be_reached()
    {
        Refusal(Passed(), required: AssuranceLevel.PhishingResistantHardware).Should().Be(DenialReason.AssuranceNotMet);
        Login(Passed() with { Method = AuthenticationMethod.DeviceBoundPasskey }, AssuranceLevel.PhishingResistantHardware)
            .State.Should().Be(LoginState.Succeeded);
    }

    [Fact]
    public void The_same_use_names_the_same_login_and_another_use_another()
    {
        var first = Login(Passed());

        Login(Passed()).Id.Should().Be(first.Id);
        Login(Passed() with { Reference = "use-2" }).Id.Should().NotBe(first.Id);
        LoginTransactionId.OfUse("a", "b").Should().NotBe(LoginTransactionId.OfUse("b", "a"));
    }

    [Fact]
    public void It_is_over_when_it_is_there()
    {
        var login = Login(Passed());
        login.MarkSaved();

        login.Deny(DenialReason.ChallengeFailed, Moments.Start).Should().Be(new Transition.Refused(DenialReason.AlreadyUsed));
        login.Admit(Given.ABrowser(), Moments.Start).Should().Be(new Transition.Refused(DenialReason.AlreadyUsed));
        login.Events.Should().BeEmpty();
    }

    private static DenialReason Refusal(
        ChallengeVerdict.Passed passed, Account? account = null, AssuranceLevel required = AssuranceLevel.SingleFactor)
    {
        var login = LoginTransaction.ByPasskey(
            account ?? Alice, passed, Action, new LoginRequest(ReturnUrl.Home, required, Persistent: false), Given.ABrowser(), Moments.Start);
        login.State.Should().Be(LoginState.Denied);
        login.Ticket.Should().BeNull();
        return login.Events.Should().ContainSingle().Which.Should().BeOfType<LoginDenied>().Which.Reason;
    }

    private static LoginTransaction Login(
        ChallengeVerdict.Passed passed, AssuranceLevel required = AssuranceLevel.SingleFactor, bool persistent = false) =>
        LoginTransaction.ByPasskey(
            Alice, passed, Action, new LoginRequest(ReturnUrl.Home, required, persistent), Given.ABrowser(), Moments.Start);

    private static ChallengeVerdict.Passed Passed() => new(Alice.Id, Action, "use-1", AuthenticationMethod.SyncedPasskey, Moments.Start);
}
