using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>
/// What somebody who came with an action may do to the user's authenticators. Without this a stolen password would be enough
/// to add a factor of one's own.
/// </summary>
internal sealed class Grants(TimeProvider time)
{
    /// <summary>How long a challenge that was passed opens what otherwise needs a scope.</summary>
    private static readonly TimeSpan AfterChallenge = TimeSpan.FromMinutes(10);

    /// <summary>The first authenticator needs no scope: there is nothing to be challenged with.</summary>
    public bool MayAdd(TrackedAction action, TenantUser user) =>
        (action.IsOpen && !user.IsEnrolled) || Has(action, Scopes.AddAuthenticators);

    public bool MayRemove(TrackedAction action) => Has(action, Scopes.RemoveAuthenticators);

    /// <summary>Whether the action came with the scope, or its challenge was passed a short while ago.</summary>
    public bool Has(TrackedAction action, string scope) => action.State == ActionStates.ChallengeSucceeded
        ? action.HasScope(scope) || time.GetUtcNow() < action.StateUpdatedAt + AfterChallenge
        : action.IsOpen && action.HasScope(scope);
}
