using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;
using CleanLogin.Testing.Builders;

namespace CleanLogin.Domain.Tests.Login;

public sealed class LoginTransactionTests
{
    [Fact]
    public void A_login_begins_with_what_was_asked_for_and_one_factor()
    {
        var login = Given.ALoginTransaction().ReturningTo("/connect/authorize?x=1").Requiring(AssuranceLevel.MultiFactor).Persistent().Build();

        login.State.Should().Be(LoginState.PasswordVerified);
        login.ReturnUrl.Value.Should().Be("/connect/authorize?x=1");
        login.RequiredLevel.Should().Be(AssuranceLevel.MultiFactor);
        login.Persistent.Should().BeTrue();
        login.StartedAt.Should().Be(Moments.Start);
        login.ExpiresAt.Should().Be(Moments.Start + Moments.Lifetime);
        login.Methods.Items.Should().Equal(AuthenticationMethod.Password);
        login.Ticket.Should().BeNull();
    }

    [Fact]
    public void A_login_cannot_be_completed_twice()
    {
        var login = Given.ALoginTransaction().Succeeded().Build();

        login.Apply(Call.Passed, Moments.Start).Should().Be(new Transition.Refused(DenialReason.AlreadyUsed));
        login.Events.Should().BeEmpty();
    }

    [Fact]
    public void A_login_is_open_just_before_it_expires()
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Apply(Call.Passed, login.ExpiresAt.AddTicks(-1)).Should().Be(new Transition.Moved(LoginState.Succeeded));
    }

    [Fact]
    public void A_login_is_over_at_the_moment_of_expiry_whatever_clock_a_sweeper_has()
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Apply(Call.Passed, login.ExpiresAt).Should().Be(new Transition.Refused(DenialReason.Expired));
        login.State.Should().Be(LoginState.Expired);
        login.EndedAt.Should().Be(login.ExpiresAt);
        login.Ticket.Should().BeNull();
    }

    [Fact]
    public void A_stranger_cannot_end_a_login_but_leaves_a_trace()
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Apply(Call.PassedInWrongBrowser, Moments.Start).Should().Be(new Transition.Refused(DenialReason.WrongBrowser));

        login.State.Should().Be(LoginState.MfaChallenged);
        login.Version.Should().Be(1);
        login.Events.Should().Equal(new BrowserMismatchSeen(Moments.Start, login.User, login.Id));
        login.Apply(Call.Passed, Moments.Start).Should().Be(new Transition.Moved(LoginState.Succeeded));
    }

    [Fact]
    public void A_stranger_learns_nothing_about_a_login_that_has_ended()
    {
        foreach (var state in Enum.GetValues<LoginState>())
        {
            var login = Given.ALoginTransaction().In(state).Build();

            login.Admit(Calls.Thief, login.ExpiresAt).Should().Be(new Transition.Refused(DenialReason.WrongBrowser));
            login.State.Should().Be(state);
        }
    }

    [Theory]
    [InlineData(Call.PassedByAnotherPerson)]
    [InlineData(Call.PassedForAnotherAction)]
    [InlineData(Call.PassedAnotherChallenge)]
    public void A_verdict_about_anything_else_denies(Call call)
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Apply(call, Moments.Start);

        login.Events.Should().Equal(new LoginDenied(Moments.Start, login.User, login.Id, DenialReason.ChallengeMismatch));
        login.Methods.Items.Should().Equal(AuthenticationMethod.Password);
        login.Ticket.Should().BeNull();
    }

    [Fact]
    public void Methods_grow_and_the_level_follows_from_them()
    {
        var login = Given.ALoginTransaction().Succeeded().Build();

        login.Methods.Items.Should().Equal(AuthenticationMethod.Password, AuthenticationMethod.OneTimePassword);
        login.Methods.Level.Should().Be(AssuranceLevel.MultiFactor);
    }

    [Theory]
    [InlineData(AssuranceLevel.MailboxConfirmed)]
    [InlineData(AssuranceLevel.MultiFactor)]
    [InlineData(AssuranceLevel.PhishingResistant)]
    public void The_permit_does_not_help_below_the_level_asked_for(AssuranceLevel required)
    {
        var login = Given.ALoginTransaction().Requiring(required).Build();

        login.SucceedWithoutMfa(Given.APermit(), Moments.Start);

        login.Events.Should().Equal(new LoginDenied(Moments.Start, login.User, login.Id, DenialReason.AssuranceNotMet));
    }

    [Fact]
    public void A_second_step_that_is_too_weak_denies()
    {
        var login = Given.ALoginTransaction().Requiring(AssuranceLevel.PhishingResistant).Challenged().Build();

        login.Apply(Call.Passed, Moments.Start);

        login.Events.Should().Equal(new LoginDenied(Moments.Start, login.User, login.Id, DenialReason.AssuranceNotMet));
    }

    [Fact]
    public void The_third_token_that_nobody_knows_denies()
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Apply(Call.UnknownToken, Moments.Start).Should().Be(new Transition.Refused(DenialReason.UnknownToken));
        login.Apply(Call.UnknownToken, Moments.Start).Should().Be(new Transition.Refused(DenialReason.UnknownToken));
        login.Apply(Call.UnknownToken, Moments.Start).Should().Be(new Transition.Moved(LoginState.Denied));
        login.Version.Should().Be(4);
    }

    [Fact]
    public void A_failed_challenge_denies_for_the_providers_reason()
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Complete(new ChallengeVerdict.Failed(DenialReason.UnsupportedMethod), Calls.Owner, Moments.Start);

        login.Events.Should().Equal(new LoginDenied(Moments.Start, login.User, login.Id, DenialReason.UnsupportedMethod));
    }

    [Theory]
    [InlineData(Call.Abandoned)]
    [InlineData(Call.Unavailable)]
    public void A_challenge_that_was_not_answered_can_be_taken_up_again(Call call)
    {
        var login = Given.ALoginTransaction().Challenged().Build();

        login.Apply(call, Moments.Start);

        login.Apply(Call.Passed, Moments.Start).Should().Be(new Transition.Moved(LoginState.Succeeded));
    }

    [Fact]
    public void A_ticket_says_who_by_what_and_when_the_last_step_was()
    {
        var login = Given.ALoginTransaction().Persistent().Challenged().Build();

        login.Apply(Call.Passed, Moments.After(42));

        var ticket = login.Ticket;
        ticket.Should().NotBeNull();
        ticket!.User.Should().Be(login.User);
        ticket.AuthenticatedAt.Should().Be(Moments.After(42));
        ticket.Persistent.Should().BeTrue();
        ticket.Methods.ToAmr().Should().Equal("pwd", "otp", "mfa");
    }

    [Fact]
    public void A_recovery_code_opens_enrolment_and_proves_no_factor()
    {
        var login = Given.ALoginTransaction().Challenged().Build();
        login.AllowsEnrolment.Should().BeFalse();

        login.RecordRecovery(Calls.Owner, Moments.Start);

        login.AllowsEnrolment.Should().BeTrue();
        login.State.Should().Be(LoginState.MfaChallenged);
        login.Methods.Level.Should().Be(AssuranceLevel.SingleFactor);
    }

    [Fact]
    public void Enrolment_is_open_only_while_its_challenge_is()
    {
        var login = Given.ALoginTransaction().Challenged(enrol: true).Build();
        login.AllowsEnrolment.Should().BeTrue();

        login.Apply(Call.Passed, Moments.Start);

        login.AllowsEnrolment.Should().BeFalse();
    }

    [Fact]
    public void Saved_events_are_not_saved_again()
    {
        var login = Given.ALoginTransaction().Build();
        login.Deny(DenialReason.ProviderBlocked, Moments.Start);

        login.MarkSaved();

        login.Events.Should().BeEmpty();
        login.State.Should().Be(LoginState.Denied);
    }
}
