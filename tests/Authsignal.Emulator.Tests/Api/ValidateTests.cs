using System.Net;
using CleanLogin.Authsignal.Emulator.Control;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class ValidateTests : EmulatorTest
{
    [Fact]
    public async Task The_token_of_tracking_tells_the_present_state_under_both_names_of_the_action()
    {
        var track = await Api.TrackAsync("u1", Ct, key: "k1");

        var answer = await Api.ValidateAsync(track.Token, Ct);

        answer.Flag("isValid").Should().BeFalse();
        answer["state"].Should().Be("ALLOW");
        answer["stateUpdatedAt"].Should().Be("2026-01-02T03:04:05.678Z");
        answer["userId"].Should().Be("u1");
        answer["action"].Should().Be("login");
        answer["actionCode"].Should().Be("login");
        answer["idempotencyKey"].Should().Be("k1");
        answer["error"].Should().BeNull();
    }

    [Fact]
    public async Task A_completed_action_is_valid_by_any_of_its_tokens_and_stays_so()
    {
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        var returned = Complete("u1", "k1");

        foreach (var token in new[] { returned, track.Token, returned })
        {
            var answer = await Api.ValidateAsync(token, Ct);
            answer.Flag("isValid").Should().BeTrue();
            answer["state"].Should().Be("CHALLENGE_SUCCEEDED");
            answer["verificationMethod"].Should().Be("AUTHENTICATOR_APP");
        }
    }

    [Theory]
    [InlineData("u1", "login", null)]
    [InlineData("u2", "login", "User is invalid.")]
    [InlineData("u1", "transfer", "Action is invalid.")]
    public async Task User_and_action_are_compared_if_given(string userId, string action, string? error)
    {
        await Api.TrackAsync("u1", Ct, key: "k1");
        var token = Complete("u1", "k1");

        var answer = await Api.PostAsync("/v1/validate", new { token, userId, action }, Ct);

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Flag("isValid").Should().Be(error is null);
        answer["error"].Should().Be(error);
        answer["userId"].Should().Be(error is null ? "u1" : null);
        answer["state"].Should().Be(error is null ? "CHALLENGE_SUCCEEDED" : null);
    }

    [Fact]
    public async Task A_mismatch_can_be_an_error_as_well()
    {
        Control.Configure(knobs => knobs with { MismatchStatus = 400 });
        var track = await Api.TrackAsync("u1", Ct);

        var answer = await Api.PostAsync("/v1/validate", new { token = track.Token, userId = "u2" }, Ct);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer["error"].Should().Be("invalid_request");
        answer["errorDescription"].Should().Be("The user is invalid.");
    }

    [Theory]
    [InlineData(400, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData(401, HttpStatusCode.Unauthorized, "expired_token")]
    [InlineData(200, HttpStatusCode.OK, "The token has expired.")]
    public async Task An_expired_token_is_refused_in_the_style_of_the_knob(int knob, HttpStatusCode status, string error)
    {
        Control.Configure(knobs => knobs with { InvalidTokenStatus = knob });
        var track = await Api.TrackAsync("u1", Ct, key: "k1");
        Complete("u1", "k1");

        Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var inTime = await Api.ValidateAsync(track.Token, Ct);
        Time.Advance(TimeSpan.FromSeconds(1));
        var late = await Api.ValidateAsync(track.Token, Ct);

        inTime.Flag("isValid").Should().BeTrue();
        late.Status.Should().Be(status);
        late["error"].Should().Be(error);
        late["state"].Should().BeNull();
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public async Task Garbage_is_refused(string token)
    {
        (await Api.ValidateAsync(token, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_token_of_a_deleted_user_is_refused()
    {
        var track = await Api.TrackAsync("u1", Ct);
        await Api.DeleteAsync("/v1/users/u1", Ct);

        (await Api.ValidateAsync(track.Token, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_state_and_a_method_that_no_client_knows_can_be_answered()
    {
        await Api.TrackAsync("u1", Ct, key: "k1");
        var token = Complete("u1", "k1");

        Control.Configure(knobs => knobs with { AnsweredVerificationMethod = "PALM_BIOMETRICS_RR" });
        var method = await Api.ValidateAsync(token, Ct);
        Control.Configure(knobs => knobs with { AnsweredState = "CHALLENGE_PONDERED" });
        var state = await Api.ValidateAsync(token, Ct);

        method["verificationMethod"].Should().Be("PALM_BIOMETRICS_RR");
        method.Flag("isValid").Should().BeTrue();
        state["state"].Should().Be("CHALLENGE_PONDERED");
        state.Flag("isValid").Should().BeFalse();
    }

    private string Complete(string userId, string key) =>
        Control.Complete(new CompletedAction { UserId = userId, Action = "login", IdempotencyKey = key })!;
}
