using System.Net;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class TrackTests : EmulatorTest
{
    [Theory]
    [InlineData("ALLOW", false, "ALLOW")]
    [InlineData("ALLOW", true, "ALLOW")]
    [InlineData("CHALLENGE", false, "ALLOW")]
    [InlineData("CHALLENGE", true, "CHALLENGE_REQUIRED")]
    [InlineData("BLOCK", false, "BLOCK")]
    [InlineData("BLOCK", true, "BLOCK")]
    [InlineData("REVIEW", false, "REVIEW_REQUIRED")]
    [InlineData("REVIEW", true, "REVIEW_REQUIRED")]
    public async Task The_outcome_and_the_enrolment_make_the_state(string outcome, bool isEnrolled, string state)
    {
        Control.Configure(knobs => knobs with { DefaultOutcome = outcome });
        if (isEnrolled)
        {
            Control.Seed(AuthenticatorApp("u1"));
        }

        var answer = await Api.TrackAsync("u1", Ct);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer["state"].Should().Be(state);
        answer.Flag("isEnrolled").Should().Be(isEnrolled);
    }

    [Fact]
    public async Task The_most_specific_rule_decides()
    {
        Control.Configure(knobs => knobs with
        {
            Outcomes =
            [
                new OutcomeRule { Outcome = "BLOCK", Action = "login" },
                new OutcomeRule { Outcome = "REVIEW", UserId = "u1" },
                new OutcomeRule { Outcome = "ALLOW", UserId = "u1", Action = "login" },
            ],
        });

        (await Api.TrackAsync("u1", Ct))["state"].Should().Be("ALLOW");
        (await Api.TrackAsync("u1", Ct, "transfer"))["state"].Should().Be("REVIEW_REQUIRED");
        (await Api.TrackAsync("u2", Ct))["state"].Should().Be("BLOCK");
        (await Api.TrackAsync("u2", Ct, "transfer"))["state"].Should().Be("ALLOW");
    }

    [Fact]
    public async Task A_repeated_key_answers_the_same_action_in_its_present_state()
    {
        Control.Seed(AuthenticatorApp("u1"));
        var first = await Api.TrackAsync("u1", Ct, key: "k1");
        Control.Complete(new CompletedAction { UserId = "u1", Action = "login", IdempotencyKey = "k1" });

        var second = await Api.TrackAsync("u1", Ct, key: "k1");

        first["state"].Should().Be("CHALLENGE_REQUIRED");
        second["state"].Should().Be("CHALLENGE_SUCCEEDED");
        (await Api.GetAsync("/v1/users/u1/actions", Ct)).Json.GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task An_empty_body_object_is_enough_and_gets_a_key()
    {
        var answer = await Api.SendAsync("POST", "/v1/users/u1/actions/login", "{}", Ct);

        answer.Status.Should().Be(HttpStatusCode.OK);
        Guid.TryParse(answer["idempotencyKey"], out _).Should().BeTrue();
    }

    [Fact]
    public async Task The_url_is_where_the_client_reached_the_api_and_has_a_query()
    {
        var answer = await Api.TrackAsync("u1", Ct);

        answer["url"].Should().Be($"{Host.BaseAddress}?token={answer.Token}");
    }

    [Fact]
    public async Task The_methods_of_the_user_and_of_the_tenant_are_told()
    {
        Control.Seed(new SeedUser
        {
            UserId = "u1",
            Email = "u1@example.org",
            Authenticators = [new() { VerificationMethod = "EMAIL_OTP" }, new() { VerificationMethod = "PALM_BIOMETRICS_RR" }],
        });

        var answer = await Api.TrackAsync("u1", Ct);

        answer.Texts("enrolledVerificationMethods").Should().Equal("EMAIL_OTP", "PALM_BIOMETRICS_RR");
        answer.Texts("allowedVerificationMethods").Should().Equal("AUTHENTICATOR_APP", "EMAIL_OTP", "PASSKEY");
        answer["defaultVerificationMethod"].Should().Be("EMAIL_OTP");
    }

    [Fact]
    public async Task A_state_that_no_client_knows_can_be_answered()
    {
        Control.Configure(knobs => knobs with { AnsweredState = "QUANTUM_REQUIRED" });

        (await Api.TrackAsync("u1", Ct))["state"].Should().Be("QUANTUM_REQUIRED");
    }

    private static SeedUser AuthenticatorApp(string userId) =>
        new() { UserId = userId, Authenticators = [new() { VerificationMethod = "AUTHENTICATOR_APP" }] };
}
