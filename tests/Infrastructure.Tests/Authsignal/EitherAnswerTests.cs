using CleanLogin.Application.Ports;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

/// <summary>Where nobody says what the service does, whatever it does is safe.</summary>
public sealed class EitherAnswerTests : AuthsignalTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whether_or_not_validating_uses_a_token_up_it_never_turns_into_somebody_elses(bool once)
    {
        Control.Configure(knobs => knobs with { TokensCountOnce = once });
        var expected = await BeginAsync();
        var token = Complete(expected);
        (await Tenant.VerifyAsync(token, expected, Ct)).Should().BeOfType<ChallengeVerdict.Passed>();

        var again = await Tenant.VerifyAsync(token, expected, Ct);

        // Used up, or the same as before: what counts once is the login.
        (again is ChallengeVerdict.UnknownToken or ChallengeVerdict.Passed).Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_action_that_was_simply_allowed_confirms_nobody(bool valid)
    {
        Control.Configure(knobs => knobs with { AllowIsValid = valid });
        var expected = await BeginAsync();

        (await Tenant.VerifyAsync(Complete(expected, "ALLOW"), expected, Ct)).Should().BeOfType<ChallengeVerdict.Abandoned>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_track_that_has_to_be_repeated_is_the_same_challenge_or_an_outage(bool refused)
    {
        Control.Configure(knobs => knobs with
        {
            RepeatedTrackIsRefused = refused,
            Faults = [new Fault { Path = "/actions/", Times = 1, Drop = true, CarriedOut = true }],
        });
        await using var tenant = Create(Brisk);

        var decision = await tenant.EvaluateAsync(Tenant.Login(), Ct);

        (decision is ProviderDecision.Challenge).Should().Be(!refused);
        (decision is ProviderDecision.Unavailable).Should().Be(refused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_that_is_enrolled_already_lets_nobody_past_the_challenge(bool refused)
    {
        Control.Configure(knobs => knobs with { DuplicateEnrolmentIsRefused = refused, AnsweredState = "ALLOW" });
        var login = Tenant.Login();
        Control.Seed(new SeedUser
        {
            UserId = login.Account.Id.Value,
            Authenticators = [new SeedAuthenticator { VerificationMethod = "EMAIL_OTP", Email = login.Account.Email }],
        });
        await using var tenant = new Tenant(Service.ApiAddress, Service.BaseAddress.Authority, Time, enrolEmail: true);

        // Who has something enrolled, and is allowed by the tenant, is not asked to enrol it again.
        (await tenant.EvaluateAsync(login, Ct)).Should().BeOfType<ProviderDecision.Allow>();
    }

    private async Task<ExpectedChallenge> BeginAsync()
    {
        var login = Tenant.Login();
        Enrol(login);
        return Tenant.Expect(login, await Tenant.EvaluateAsync(login, Ct));
    }
}
