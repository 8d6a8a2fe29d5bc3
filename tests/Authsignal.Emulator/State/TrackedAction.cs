using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>One thing that a user is about to do, and how far its challenge has come.</summary>
internal sealed class TrackedAction(ActionKey key, string state, TrackRequest attributes, DateTimeOffset now)
{
    public ActionKey Key { get; } = key;
    public TrackRequest Attributes { get; } = attributes;
    public string State { get; private set; } = state;
    public DateTimeOffset CreatedAt { get; } = now;
    public DateTimeOffset StateUpdatedAt { get; private set; } = now;
    public string? VerificationMethod { get; private set; }
    public string? VerifiedBy { get; private set; }

    /// <summary>Secret of an authenticator app that was shown but not confirmed. Reloading the page must show the same one.</summary>
    public string? OfferedTotpSecret { get; set; }

    /// <summary>The only e-mail code that is valid for this action: sending another one replaces it.</summary>
    public EmailCode? EmailCode { get; set; }

    /// <summary>Whether the pre-built UI may still change something.</summary>
    public bool IsOpen => State is ActionStates.Allow or ActionStates.ChallengeRequired;

    /// <summary>What the token of this action says that it may do.</summary>
    public string Scope => Attributes.Scope ?? Scopes.ReadAuthenticators;

    public bool HasScope(string scope) => Scope.Split(' ').Contains(scope);

    public void MoveTo(string state, DateTimeOffset now)
    {
        State = state;
        StateUpdatedAt = now;
    }

    public void Succeed(string method, string? authenticatorId, DateTimeOffset now)
    {
        VerificationMethod = method;
        VerifiedBy = authenticatorId;
        OfferedTotpSecret = null;
        EmailCode = null;
        MoveTo(ActionStates.ChallengeSucceeded, now);
    }
}
