using System.Net;

namespace CleanLogin.Authsignal.Emulator.Tests.Api;

public sealed class AuthenticatorTests : EmulatorTest
{
    private const string Target = "/v1/users/u1/authenticators";

    [Fact]
    public async Task An_enrolled_authenticator_is_listed_until_it_is_deleted()
    {
        var enrolled = await Api.PostAsync(Target, new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);
        var id = enrolled.Json.GetProperty("authenticator").GetProperty("userAuthenticatorId").GetString();
        var listed = (await Api.GetAsync(Target, Ct)).Json[0];

        enrolled.Status.Should().Be(HttpStatusCode.OK);
        enrolled["recoveryCodes"].Should().BeNull();
        listed.GetProperty("userAuthenticatorId").GetString().Should().Be(id);
        listed.GetProperty("verificationMethod").GetString().Should().Be("EMAIL_OTP");
        listed.GetProperty("email").GetString().Should().Be("u1@example.org");
        listed.GetProperty("createdAt").GetString().Should().Be("2026-01-02T03:04:05.678Z");
        listed.GetProperty("verifiedAt").GetString().Should().Be("2026-01-02T03:04:05.678Z");
        listed.GetProperty("isDefault").GetBoolean().Should().BeTrue();

        (await Api.DeleteAsync($"{Target}/{id}", Ct)).Status.Should().Be(HttpStatusCode.OK);
        (await Api.GetAsync(Target, Ct)).Json.GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("EMAIL_OTP")]
    [InlineData("EMAIL_MAGIC_LINK")]
    [InlineData("SMS")]
    [InlineData("AUTHENTICATOR_APP")]
    public async Task What_a_method_needs_must_be_given(string verificationMethod)
    {
        var answer = await Api.PostAsync(Target, new { verificationMethod }, Ct);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        (await Api.GetAsync(Target, Ct)).Json.GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("otpauth://totp/x?secret=not-base32")]
    [InlineData("otpauth://totp/x")]
    [InlineData("https://example.org/?secret=JBSWY3DPEHPK3PXP")]
    public async Task An_otp_uri_without_a_readable_secret_is_refused(string otpUri)
    {
        var answer = await Api.PostAsync(Target, new { verificationMethod = "AUTHENTICATOR_APP", otpUri }, Ct);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Enrolling_the_same_address_again_makes_no_duplicate()
    {
        await Api.PostAsync(Target, new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);
        await Api.PostAsync(Target, new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);

        (await Api.GetAsync(Target, Ct)).Json.GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task The_default_can_be_chosen_at_enrolment()
    {
        await Api.PostAsync(Target, new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);
        await Api.PostAsync(Target, new { verificationMethod = "SMS", phoneNumber = "+15550100", isDefault = true }, Ct);

        (await Api.GetAsync("/v1/users/u1", Ct))["defaultVerificationMethod"].Should().Be("SMS");
    }

    [Fact]
    public async Task The_first_enrolment_issues_recovery_codes_if_the_tenant_has_them()
    {
        Control.Configure(knobs => knobs with { IssueRecoveryCodes = true });

        var first = await Api.PostAsync(Target, new { verificationMethod = "EMAIL_OTP", email = "u1@example.org" }, Ct);
        var second = await Api.PostAsync(Target, new { verificationMethod = "SMS", phoneNumber = "+15550100" }, Ct);

        first.Texts("recoveryCodes").Should().HaveCount(10).And.OnlyHaveUniqueItems();
        second["recoveryCodes"].Should().BeNull();
    }
}
