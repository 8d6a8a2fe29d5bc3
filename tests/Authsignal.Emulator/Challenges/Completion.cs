using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>What a proof does to the action that it was given for.</summary>
internal sealed class Completion(ActionOpening opening, AuthenticatorBook book, KnobStore knobs, TimeProvider time)
{
    /// <summary>A challenge was passed. An action that is over already keeps its state.</summary>
    public void Challenged(TrackedAction action, UserAuthenticator authenticator)
    {
        var now = time.GetUtcNow();
        authenticator.MarkVerified(now);
        if (action.IsOpen)
        {
            action.Succeed(authenticator.Method, authenticator.Id, now);
        }
    }

    /// <summary>
    /// Somebody signed in by passkey without an action that was tracked before. The sign-in is filed as one of its own, which
    /// the tenant's rules may block: it says so when its token is validated.
    /// </summary>
    public TrackedAction SignedIn(
        TenantUser user, UserAuthenticator passkey, string? actionCode, string? idempotencyKey, string? deviceId = null)
    {
        var key = new ActionKey(
            user.Id, actionCode ?? knobs.Current.DefaultPasskeyAction, idempotencyKey ?? Guid.NewGuid().ToString());
        var action = opening.FindOrOpenForPasskey(key, new TrackRequest { DeviceId = deviceId });
        Challenged(action, passkey);
        return action;
    }

    /// <summary>An authenticator was proven while it was set up, which at once completes the action.</summary>
    public UserAuthenticator Enrolled(TrackedAction action, TenantUser user, UserAuthenticator proven)
    {
        var now = time.GetUtcNow();
        proven.MarkVerified(now);
        var authenticator = book.Enrol(user, proven);
        if (!action.IsOpen)
        {
            return authenticator;
        }

        var state = knobs.Current.FinishedEnrolmentState;
        if (state == ActionStates.ChallengeSucceeded)
        {
            action.Succeed(authenticator.Method, authenticator.Id, now);
        }
        else
        {
            action.MoveTo(state, now);
        }

        return authenticator;
    }
}
