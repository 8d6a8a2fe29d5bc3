using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class ChallengeTests : EmulatorTest
{
    [Fact]
    public async Task A_code_by_text_message_goes_to_the_number_that_the_user_has()
    {
        await Api.PostAsync("/v1/users/u1/authenticators", new { verificationMethod = "SMS", phoneNumber = "+15550100" }, Ct);

        await Api.PostAsync("/v1/challenge", new { verificationMethod = "SMS", userId = "u1" }, Ct);

        Control.LastEmail("u1")!.To.Should().Be("+15550100");
    }

    [Fact]
    public async Task Ten_wrong_codes_are_the_end_and_sending_again_does_not_forget_them()
    {
        var id = (await SendAsync())["challengeId"]!;
        for (var guess = 0; guess < 10; guess++)
        {
            (await VerifyAsync(id, "wrong"))["failureReason"].Should().Be("CODE_INVALID_OR_EXPIRED");
        }

        await Api.PostAsync("/v1/challenge", new { challengeId = id }, Ct);

        (await VerifyAsync(id, Control.LastEmail()!.Code))["failureReason"].Should().Be("MAX_ATTEMPTS_EXCEEDED");
    }

    [Fact]
    public async Task A_code_counts_once_and_for_ten_minutes()
    {
        var id = (await SendAsync())["challengeId"]!;
        var code = Control.LastEmail()!.Code;
        (await VerifyAsync(id, code)).Flag("isVerified").Should().BeTrue();
        (await VerifyAsync(id, code)).Flag("isVerified").Should().BeFalse();

        var late = (await SendAsync())["challengeId"]!;
        Time.Advance(TimeSpan.FromMinutes(10));
        (await VerifyAsync(late, Control.LastEmail()!.Code)).Flag("isVerified").Should().BeFalse();
    }

    [Fact]
    public async Task A_challenge_of_one_user_cannot_be_claimed_for_another()
    {
        var id = (await Api.PostAsync("/v1/challenge", new { verificationMethod = "EMAIL_OTP", email = "a@example.org", userId = "u1" }, Ct))["challengeId"]!;
        await VerifyAsync(id, Control.LastEmail()!.Code);

        (await Api.PostAsync("/v1/claim", new { challengeId = id, userId = "u2" }, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_open_challenge_is_found_by_either_verb(string verb)
    {
        var id = (await SendAsync())["challengeId"];

        (await Api.SendAsync(verb, "/v1/challenges?verificationMethod=EMAIL_OTP", verb == "POST" ? "{}" : null, Ct))["challengeId"].Should().Be(id);
        (await Api.SendAsync(verb, "/v1/challenges?challengeId=none", verb == "POST" ? "{}" : null, Ct))["challengeId"].Should().BeNull();
    }

    [Fact]
    public async Task Its_end_is_in_seconds_or_in_milliseconds()
    {
        var end = Time.GetUtcNow().AddMinutes(10);
        (await SendAsync())["expiresAt"].Should().Be($"{end.ToUnixTimeSeconds()}");

        Control.Configure(knobs => knobs with { ChallengeEndsInMilliseconds = true });
        (await SendAsync())["expiresAt"].Should().Be($"{end.ToUnixTimeMilliseconds()}");
    }

    [Fact]
    public async Task Without_an_address_there_is_nowhere_to_send_a_code() =>
        (await Api.PostAsync("/v1/challenge", new { verificationMethod = "EMAIL_OTP" }, Ct)).Status.Should().Be(HttpStatusCode.BadRequest);

    private Task<ApiAnswer> SendAsync() =>
        Api.PostAsync("/v1/challenge", new { verificationMethod = "EMAIL_OTP", email = "a@example.org" }, Ct);

    private Task<ApiAnswer> VerifyAsync(string id, string code) =>
        Api.PostAsync("/v1/verify", new { challengeId = id, verificationCode = code }, Ct);
}
