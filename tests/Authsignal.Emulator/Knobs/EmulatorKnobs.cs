using System.Net.Mime;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Knobs;

/// <summary>
/// How the emulator behaves where the real service would follow its portal, or have a bad day. The defaults are a good day.
/// </summary>
public sealed record EmulatorKnobs
{
    /// <summary>Outcome of an action that no rule names: see <see cref="Wire.Outcomes"/>.</summary>
    public string DefaultOutcome { get; init; } = Wire.Outcomes.Challenge;

    /// <summary>Outcomes per action, per user, or both. The most specific rule wins.</summary>
    public IReadOnlyList<OutcomeRule> Outcomes { get; init; } = [];

    /// <summary>Methods that users may enrol. Empty is a tenant without configured authenticator: tracking answers 400.</summary>
    public IReadOnlyList<string> AllowedVerificationMethods { get; init; } =
        [VerificationMethods.AuthenticatorApp, VerificationMethods.EmailOtp, VerificationMethods.Passkey];

    /// <summary>Lifetime of the tokens of tracking and of the pre-built UI.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How far the emulator's clock is ahead of the real one.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Status of the answer to validating a token of another user or action: 200 or 400. Both have been seen.</summary>
    public int MismatchStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>Status of the answer to validating an expired or unreadable token: 200, 400 or 401.</summary>
    public int InvalidTokenStatus { get; init; } = StatusCodes.Status400BadRequest;

    /// <summary>Whether leaving the pre-built UI by Quit brings a token back.</summary>
    public bool QuitWithToken { get; init; } = true;

    /// <summary>Whether the first enrolment of a user issues recovery codes.</summary>
    public bool IssueRecoveryCodes { get; init; }

    /// <summary>State of an action that ended in an enrolment. The service is assumed to say that the challenge succeeded.</summary>
    public string FinishedEnrolmentState { get; init; } = ActionStates.ChallengeSucceeded;

    /// <summary>Domain that passkeys are made for.</summary>
    public string RelyingPartyId { get; init; } = "localhost";

    /// <summary>Origins of the pages that may make and use passkeys. The emulator's own UI may always.</summary>
    public IReadOnlyList<string> ExpectedOrigins { get; init; } = ["https://localhost:5001", "https://localhost:5002"];

    /// <summary>Action that a passkey sign-in is filed under if the page names none.</summary>
    public string DefaultPasskeyAction { get; init; } = "passkey-sign-in";

    /// <summary>Whether the outcome of an action is looked up for a passkey sign-in too, so that BLOCK blocks it.</summary>
    public bool PasskeySignInFollowsOutcome { get; init; } = true;

    /// <summary>Status of the answer to adding an authenticator without the scope for it.</summary>
    public int MissingScopeStatus { get; init; } = StatusCodes.Status403Forbidden;

    /// <summary>Whether validating a token uses it up. The service is assumed to answer the same until the token runs out.</summary>
    public bool TokensCountOnce { get; init; }

    /// <summary>Whether an action that is simply allowed is said to be valid.</summary>
    public bool AllowIsValid { get; init; }

    /// <summary>Whether tracking with a key that is known is refused. The service is assumed to find the action.</summary>
    public bool RepeatedTrackIsRefused { get; init; }

    /// <summary>Status of the answer to deleting an authenticator: 200 with a body, or 204. Both have been seen.</summary>
    public int DeleteStatus { get; init; } = StatusCodes.Status200OK;

    /// <summary>Status of the answer to deleting an authenticator that is not there: 404 or 200.</summary>
    public int UnknownDeleteStatus { get; init; } = StatusCodes.Status404NotFound;

    /// <summary>Whether enrolling what is enrolled already is refused. The service is assumed to find it.</summary>
    public bool DuplicateEnrolmentIsRefused { get; init; }

    /// <summary>Whether the end of a challenge is said in milliseconds. Sessions say theirs in seconds, and nobody says what challenges do.</summary>
    public bool ChallengeEndsInMilliseconds { get; init; }

    /// <summary>Where events are sent; absent: nowhere.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>API keys that sign events, each with a signature of its own; empty: the tenant's secret.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    /// <summary>Kinds of events that are sent.</summary>
    public IReadOnlyList<string> WebhookTypes { get; init; } = Wire.WebhookTypes.Authenticators;

    /// <summary>How long until an event that was not accepted is sent again, three times at most.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>When set, track and validate answer this state, whatever is true. For states that a client does not know.</summary>
    public string? AnsweredState { get; init; }

    /// <summary>When set, validate answers this method, whatever is true.</summary>
    public string? AnsweredVerificationMethod { get; init; }

    /// <summary>Media type of all answers of the API. The body stays JSON.</summary>
    public string MediaType { get; init; } = $"{MediaTypeNames.Application.Json}; charset=utf-8";

    /// <summary>Things that go wrong. For each request the first one that fits applies.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    internal string OutcomeFor(string userId, string action) => Outcomes
        .Where(rule => rule.Fits(userId, action))
        .OrderByDescending(rule => rule.Specificity)
        .FirstOrDefault()?.Outcome ?? DefaultOutcome;
}
