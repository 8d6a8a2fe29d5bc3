using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>The service's words in the domain's. Whatever is not known is refused.</summary>
internal static class AuthsignalTranslation
{
    // As long as the service's tokens live.
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>A tracked action. BLOCK comes with a URL as well, and ALLOW does not mean that a second factor is there.</summary>
    public static ProviderDecision ToDecision(TrackResponse response, string action, string reference, Func<string?, Uri?> checkUrl)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(checkUrl);
        if (response.IdempotencyKey is not null && response.IdempotencyKey != reference)
        {
            return new ProviderDecision.Block();
        }

        return (response.State, response.IsEnrolled) switch
        {
            ("BLOCK", _) => new ProviderDecision.Block(),
            ("REVIEW_REQUIRED", _) => new ProviderDecision.Review(),
            ("ALLOW", true) => new ProviderDecision.Allow(),
            ("ALLOW", false) => Challenge(enrol: true),
            // Demanded by the tenant's rules, so never an enrolment that the policy may let pass, whatever is enrolled.
            ("CHALLENGE_REQUIRED", _) => Challenge(enrol: false),
            _ => new ProviderDecision.Block(),
        };

        ProviderDecision Challenge(bool enrol) => checkUrl(response.Url) is { } url
            ? new ProviderDecision.Challenge(url, reference, action, enrol)
            : new ProviderDecision.Unavailable();
    }

    /// <summary>A validated token. Every check stands for a token that was made for something else.</summary>
    public static ChallengeVerdict ToVerdict(ValidateResponse response, ExpectedChallenge expected, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(expected);
        return response.State switch
        {
            "CHALLENGE_SUCCEEDED" when response.IsValid is true => Compare(response, expected, now),
            "CHALLENGE_REQUIRED" or "ALLOW" => new ChallengeVerdict.Abandoned(),
            "BLOCK" or "REVIEW_REQUIRED" or "REVIEW_FAILED" => new ChallengeVerdict.Failed(DenialReason.ProviderBlocked),
            "CHALLENGE_FAILED" => new ChallengeVerdict.Failed(DenialReason.ChallengeFailed),
            null => new ChallengeVerdict.UnknownToken(),
            _ => new ChallengeVerdict.Failed(DenialReason.ChallengeFailed),
        };
    }

    /// <summary>
    /// A validated token of somebody who is not known before: the service says who it is, and which use of a passkey it was. Whether that
    /// use has signed in before, whoever asks has to know.
    /// </summary>
    public static ChallengeVerdict ToPasskeyVerdict(ValidateResponse response, string action, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.State switch
        {
            "CHALLENGE_SUCCEEDED" when response.IsValid is true => ComparePasskey(response, action, now),
            "CHALLENGE_REQUIRED" or "ALLOW" => new ChallengeVerdict.Abandoned(),
            "BLOCK" or "REVIEW_REQUIRED" or "REVIEW_FAILED" => new ChallengeVerdict.Failed(DenialReason.ProviderBlocked),
            null => new ChallengeVerdict.UnknownToken(),
            _ => new ChallengeVerdict.Failed(DenialReason.ChallengeFailed),
        };
    }

    /// <summary>A tracked visit to the settings. Whatever would need a challenge of its own meets it on the service's pages.</summary>
    public static EnrolmentStart ToEnrolmentStart(TrackResponse response, string reference, Func<string?, Uri?> checkUrl)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(checkUrl);
        if (!AllowsAdding(response, reference))
        {
            return new EnrolmentStart.Refused();
        }

        return checkUrl(response.Url) is { } url ? new EnrolmentStart.At(url) : new EnrolmentStart.Unavailable();
    }

    /// <summary>A tracked wish to add a passkey. The challenge that its state may ask for has just been passed here.</summary>
    public static PasskeyEnrolmentStart ToPasskeyEnrolment(TrackResponse response, string reference)
    {
        ArgumentNullException.ThrowIfNull(response);
        return (AllowsAdding(response, reference), response.Token) switch
        {
            (false, _) => new PasskeyEnrolmentStart.Refused(),
            (true, { Length: > 0 } token) => new PasskeyEnrolmentStart.Ready(new PasskeyEnrolmentToken(token)),
            _ => new PasskeyEnrolmentStart.Unavailable(),
        };
    }

    private static bool AllowsAdding(TrackResponse response, string reference) =>
        (response.IdempotencyKey is null || response.IdempotencyKey == reference) && response.State is "ALLOW" or "CHALLENGE_REQUIRED";

    /// <summary>
    /// A list of authenticators, oldest first; null where one of them has no name or date, since a list with gaps would let the last one
    /// go.
    /// </summary>
    public static IReadOnlyList<EnrolledAuthenticator>? ToAuthenticators(IReadOnlyList<AuthenticatorResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        var authenticators = responses.Select(ToAuthenticator).ToArray();
        return authenticators.Contains(null) ? null : [.. authenticators.OfType<EnrolledAuthenticator>().OrderBy(one => one.EnrolledAt)];
    }

    private static EnrolledAuthenticator? ToAuthenticator(AuthenticatorResponse? response) =>
        response is { CreatedAt: { } createdAt } && AuthenticatorId.Parse(response.UserAuthenticatorId) is { } id
            ? new EnrolledAuthenticator(id, ToMethod(response.VerificationMethod), LabelOf(response), createdAt, response.LastVerifiedAt)
            : null;

    private static string? LabelOf(AuthenticatorResponse response) =>
        response.WebauthnCredential?.AaguidMapping?.Name
        ?? response.WebauthnCredential?.Name
        ?? response.DisplayName
        ?? response.Email
        ?? response.PhoneNumber;

    /// <summary>A verification method, or null. Table: docs/adr/0007.</summary>
    public static AuthenticationMethod? ToMethod(string? verificationMethod) => verificationMethod switch
    {
        "AUTHENTICATOR_APP" => AuthenticationMethod.OneTimePassword,
        "SMS" or "WHATSAPP" => AuthenticationMethod.Sms,
        "EMAIL_OTP" or "EMAIL_MAGIC_LINK" => AuthenticationMethod.Email,
        "PUSH" => AuthenticationMethod.Push,
        "PASSKEY" => AuthenticationMethod.SyncedPasskey,
        "SECURITY_KEY" => AuthenticationMethod.SecurityKey,
        "RECOVERY_CODE" => AuthenticationMethod.RecoveryCode,
        _ => null,
    };

    private static ChallengeVerdict Compare(ValidateResponse response, ExpectedChallenge expected, DateTimeOffset now)
    {
        if (NameOfAction(response) != expected.Challenge.Action
            || response.UserId != expected.User.Value
            || response.IdempotencyKey != expected.Challenge.Reference
            || FreshMoment(response.StateUpdatedAt, expected.StartedAt, now) is not { } at)
        {
            return new ChallengeVerdict.Failed(DenialReason.ChallengeMismatch);
        }

        return ToMethod(response.VerificationMethod) is { } method
            ? new ChallengeVerdict.Passed(expected.User, expected.Challenge.Action, expected.Challenge.Reference, method, at)
            : new ChallengeVerdict.Failed(DenialReason.UnsupportedMethod);
    }

    private static ChallengeVerdict ComparePasskey(ValidateResponse response, string action, DateTimeOffset now)
    {
        if (NameOfAction(response) != action
            || UserId.Parse(response.UserId) is not { } user
            || response.IdempotencyKey is not { Length: > 0 } use
            || FreshMoment(response.StateUpdatedAt, now - Freshness, now) is not { } at)
        {
            return new ChallengeVerdict.Failed(DenialReason.ChallengeMismatch);
        }

        return ToMethod(response.VerificationMethod) is { SignsInAlone: true } method
            ? new ChallengeVerdict.Passed(user, action, use, method, at)
            : new ChallengeVerdict.Failed(DenialReason.UnsupportedMethod);
    }

    // Two names that differ are no name.
    private static string? NameOfAction(ValidateResponse response) =>
        response is { Action: not null, ActionCode: not null } && response.Action != response.ActionCode
            ? null
            : response.Action ?? response.ActionCode;

    // When it was passed, or null where that cannot be an answer. The service's clock may be ahead: then it was now.
    private static DateTimeOffset? FreshMoment(DateTimeOffset? at, DateTimeOffset startedAt, DateTimeOffset now) =>
        at is { } moment && moment >= startedAt - ClockSkew && moment <= now + ClockSkew && now - moment <= Freshness
            ? (moment < now ? moment : now)
            : null;
}
