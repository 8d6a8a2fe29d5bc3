using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Infrastructure.Authsignal;

namespace CleanLogin.Infrastructure.Tests.Authsignal;

public sealed class AuthsignalTranslationTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ExpectedChallenge Expected = new(
        new LoginTransactionId(Guid.Empty), new UserId("alice-id"), new MfaChallenge("login", "reference", Enrol: false), Now.AddMinutes(-2));

    private static readonly ValidateResponse Success = new(
        true, "CHALLENGE_SUCCEEDED", Now.AddMinutes(-1), "alice-id", "login", "login", "reference", "AUTHENTICATOR_APP");

    [Theory]
    [InlineData("BLOCK", true, typeof(ProviderDecision.Block))]
    [InlineData("BLOCK", false, typeof(ProviderDecision.Block))]
    [InlineData("REVIEW_REQUIRED", true, typeof(ProviderDecision.Review))]
    [InlineData("ALLOW", true, typeof(ProviderDecision.Allow))]
    [InlineData("ALLOW", false, typeof(ProviderDecision.Challenge))]
    [InlineData("ALLOW", null, typeof(ProviderDecision.Block))]
    [InlineData("CHALLENGE_REQUIRED", true, typeof(ProviderDecision.Challenge))]
    [InlineData("CHALLENGE_SUCCEEDED", true, typeof(ProviderDecision.Block))]
    [InlineData("CHALLENGE_FAILED", true, typeof(ProviderDecision.Block))]
    [InlineData("REVIEW_SUCCEEDED", true, typeof(ProviderDecision.Block))]
    [InlineData("allow", true, typeof(ProviderDecision.Block))]
    [InlineData("SOMETHING_NEW", true, typeof(ProviderDecision.Block))]
    [InlineData(null, true, typeof(ProviderDecision.Block))]
    public void Every_state_has_a_meaning_and_the_unknown_is_refused(string? state, bool? enrolled, Type decision) =>
        Decide(new TrackResponse("reference", state, "https://mfa.authsignal.com/?token=x", enrolled)).Should().BeOfType(decision);

    [Fact]
    public void Nobody_is_sent_to_a_page_that_is_not_the_services_own() =>
        AuthsignalTranslation.ToDecision(
            new TrackResponse("reference", "CHALLENGE_REQUIRED", "https://evil.example/", true), "login", "reference", _ => null)
            .Should().BeOfType<ProviderDecision.Unavailable>();

    [Fact]
    public void A_success_about_this_very_challenge_passes() =>
        Verdict(Success).Should().Be(
            new ChallengeVerdict.Passed(Expected.User, "login", "reference", AuthenticationMethod.OneTimePassword, Success.StateUpdatedAt!.Value));

    public static TheoryData<string> Mismatches =>
    [
        "user", "no-user", "action", "two-actions", "no-action", "reference", "no-reference", "too-old", "before-the-login", "from-the-future",
        "no-time",
    ];

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void A_success_about_anything_else_is_a_mismatch(string what)
    {
        var response = what switch
        {
            "user" => Success with { UserId = "bob-id" },
            "action" => Success with { Action = "add-passkey", ActionCode = "add-passkey" },
            "two-actions" => Success with { ActionCode = "add-passkey" },
            "reference" => Success with { IdempotencyKey = "another" },
            "too-old" => Success with { StateUpdatedAt = Now.AddMinutes(-11) },
            "before-the-login" => Success with { StateUpdatedAt = Now.AddMinutes(-5) },
            "no-user" => Success with { UserId = null },
            "no-action" => Success with { Action = null, ActionCode = null },
            "no-reference" => Success with { IdempotencyKey = null },
            "from-the-future" => Success with { StateUpdatedAt = Now.AddMinutes(2) },
            _ => Success with { StateUpdatedAt = null },
        };

        Verdict(response).Should().Be(new ChallengeVerdict.Failed(DenialReason.ChallengeMismatch));
    }

    [Fact]
    public void A_success_that_is_not_valid_is_none() =>
        Verdict(Success with { IsValid = false }).Should().NotBeOfType<ChallengeVerdict.Passed>();

    [Fact]
    public void An_unknown_method_is_refused() =>
        Verdict(Success with { VerificationMethod = "PALM_READING" }).Should().Be(new ChallengeVerdict.Failed(DenialReason.UnsupportedMethod));

    [Theory]
    [InlineData("CHALLENGE_REQUIRED", typeof(ChallengeVerdict.Abandoned))]
    [InlineData("ALLOW", typeof(ChallengeVerdict.Abandoned))]
    [InlineData("BLOCK", typeof(ChallengeVerdict.Failed))]
    [InlineData("CHALLENGE_FAILED", typeof(ChallengeVerdict.Failed))]
    [InlineData("REVIEW_REQUIRED", typeof(ChallengeVerdict.Failed))]
    [InlineData("SOMETHING_NEW", typeof(ChallengeVerdict.Failed))]
    [InlineData(null, typeof(ChallengeVerdict.UnknownToken))]
    public void No_other_state_passes(string? state, Type verdict) => Verdict(Success with { State = state }).Should().BeOfType(verdict);

    [Fact]
    public void Email_and_recovery_codes_are_no_factors()
    {
        AuthsignalTranslation.ToMethod("EMAIL_OTP")!.Factors.Should().BeEmpty();
        AuthsignalTranslation.ToMethod("RECOVERY_CODE")!.Factors.Should().BeEmpty();
    }

    private static ProviderDecision Decide(TrackResponse response) =>
        AuthsignalTranslation.ToDecision(response, "login", "reference", text => new Uri(text!));

    private static ChallengeVerdict Verdict(ValidateResponse response) => AuthsignalTranslation.ToVerdict(response, Expected, Now);
}
