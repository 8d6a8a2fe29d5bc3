using System.Text.RegularExpressions;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Challenges;

/// <summary>Starts actions in the state that the tenant's rules give them.</summary>
internal sealed partial class ActionOpening(Tenant tenant, KnobStore knobs, TimeProvider time)
{
    /// <summary>An action code, or none.</summary>
    public static bool IsCode(string? text) => text is null || Code().IsMatch(text);

    /// <summary>A repeated key names the same action in its present state; it does not start another one.</summary>
    public TrackedAction FindOrOpen(ActionKey key, TenantUser user, TrackRequest attributes)
    {
        var outcome = knobs.Current.OutcomeFor(key.UserId, key.Action);

        // Who has nothing to be challenged with is allowed: ALLOW does not say that no second factor is needed.
        return FindOrAdd(key, attributes, outcome == Outcomes.Challenge && !user.IsEnrolled ? Outcomes.Allow : outcome);
    }

    /// <summary>An action that begins with its challenge, so that only a rule against it can keep it from succeeding.</summary>
    public TrackedAction FindOrOpenForPasskey(ActionKey key, TrackRequest attributes)
    {
        var outcome = knobs.Current.PasskeySignInFollowsOutcome ? knobs.Current.OutcomeFor(key.UserId, key.Action) : Outcomes.Challenge;
        return FindOrAdd(key, attributes, outcome == Outcomes.Allow ? Outcomes.Challenge : outcome);
    }

    private TrackedAction FindOrAdd(ActionKey key, TrackRequest attributes, string outcome)
    {
        if (tenant.FindAction(key) is { } known)
        {
            return known;
        }

        var action = new TrackedAction(key, StateOf(outcome), attributes, time.GetUtcNow());
        tenant.Add(action);
        return action;
    }

    private static string StateOf(string outcome) => outcome switch
    {
        Outcomes.Block => ActionStates.Block,
        Outcomes.Review => ActionStates.ReviewRequired,
        Outcomes.Challenge => ActionStates.ChallengeRequired,
        _ => ActionStates.Allow,
    };

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
