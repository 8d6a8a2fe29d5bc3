using System.Reflection;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Testing;

namespace CleanLogin.Domain.Tests.SecurityEvents;

public sealed class SecurityEventTests
{
    internal static readonly SecurityEvent[] All =
    [
        .. typeof(SecurityEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SecurityEvent)))
            .Select(type => type.GetConstructors().Single())
            .Select(constructor => (SecurityEvent)constructor.Invoke([.. constructor.GetParameters().Select(Sample)])),
    ];

    [Fact]
    public void Codes_are_stable() => All.Select(happened => $"{happened.GetType().Name} {happened.Code}").Should().BeEquivalentTo(
        "PasswordRejected login.password.rejected",
        "LoginThrottled login.throttled",
        "MfaChallengeIssued login.mfa.challenge_issued",
        "MfaFellBack login.mfa.fell_back",
        "MfaChallengePassed login.mfa.challenge_passed",
        "MfaChallengeRejected login.mfa.challenge_rejected",
        "BrowserMismatchSeen login.browser_mismatch_seen",
        "LoginSucceeded login.succeeded",
        "LoginDenied login.denied",
        "LoginExpired login.expired",
        "AccountUnlocked account.unlocked",
        "AuthenticatorEnrolled authenticator.enrolled",
        "AuthenticatorEnrolmentBegan authenticator.enrolment_began",
        "AuthenticatorRemovalBegan authenticator.removal_began",
        "AuthenticatorRemoved authenticator.removed",
        "PasskeyCopySuspected authenticator.copy_suspected",
        "RecoveryCodesIssued recovery_codes.issued",
        "RecoveryCodeRedeemed recovery_codes.redeemed",
        "ProviderAuthenticatorAdded authenticator.provider_added",
        "ProviderAuthenticatorChanged authenticator.provider_changed",
        "ProviderAuthenticatorRemoved authenticator.provider_removed",
        "LoginsEnded sessions.ended",
        "MailUndeliverable mail.undeliverable",
        "PasswordResetRequested account.password.reset_requested",
        "PasswordReset account.password.reset",
        "PasswordChanged account.password.changed",
        "AlarmRaised account.alarm_raised",
        "SessionEnded sessions.one_ended",
        "OtherSessionsEnded sessions.others_ended");

    [Fact]
    public void Every_event_says_when_and_whose()
    {
        All.Should().OnlyContain(happened => happened.At == Moments.Start);
        All.Should().OnlyContain(happened => happened.User == new UserId("id-of-alice"));
    }

    [Fact]
    public void An_event_with_one_more_fact_tells_it_in_its_detail() =>
        All.Where(happened => happened.GetType().GetConstructors().Single().GetParameters().Any(IsFact))
            .Should().OnlyContain(happened => !string.IsNullOrEmpty(happened.Detail));

    private static bool IsFact(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(DenialReason)
        || parameter.ParameterType == typeof(AssuranceLevel)
        || parameter.ParameterType == typeof(AuthenticationMethod)
        || parameter.ParameterType == typeof(AuthenticatorId)
        || parameter.ParameterType == typeof(ProviderMethod);

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(DateTimeOffset) => Moments.Start,
        var type when type == typeof(UserId?) => new UserId("id-of-alice"),
        var type when type == typeof(LoginTransactionId?) => new LoginTransactionId(Guid.Empty),
        var type when type == typeof(DenialReason) => DenialReason.ChallengeFailed,
        var type when type == typeof(AssuranceLevel) => AssuranceLevel.MultiFactor,
        var type when type == typeof(AuthenticationMethod) => AuthenticationMethod.OneTimePassword,
        var type when type == typeof(AuthenticatorId) => AuthenticatorId.Of(Guid.Empty),
        var type when type == typeof(ProviderMethod) => ProviderMethod.Parse("PASSKEY"),
        var type when type == typeof(string) => "notice",
        var type => throw new NotSupportedException($"Give a sample of {type} here, once it is sure that it holds no secret."),
    };
}
