using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Mfa;

/// <summary>
/// Decides what a login needs, from what is asked for and what the provider says. The only mint of the permit that skips the second
/// step. Monotonic: whatever the provider allows, a login never ends below the level that was asked for.
/// </summary>
public sealed class MfaPolicy(EnrolmentRule enrolment, AllowedMethods allowed)
{
    /// <summary>Decides for a login whose password was verified.</summary>
    public MfaRequirement Decide(AssuranceLevel required, ProviderDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var passwordIsEnough = required <= AssuranceLevel.SingleFactor;
        return decision.Match<MfaRequirement>(
            allow => passwordIsEnough
                ? new MfaRequirement.NotRequired(new MfaNotRequired())
                : new MfaRequirement.Refused(DenialReason.AssuranceNotMet),
            block => new MfaRequirement.Refused(DenialReason.ProviderBlocked),
            challenge => challenge.Enrol && enrolment is EnrolmentRule.Optional && passwordIsEnough
                ? new MfaRequirement.NotRequired(new MfaNotRequired())
                : new MfaRequirement.Required(challenge),
            review => new MfaRequirement.Refused(DenialReason.ProviderBlocked),
            unavailable => new MfaRequirement.Refused(DenialReason.ProviderUnavailable));
    }

    /// <summary>Whether a passkey can be a second step, so that it makes sense to ask for one.</summary>
    public bool TakesPasskeys => allowed.AllowPasskeys;

    /// <summary>
    /// What a verdict is worth. A challenge passed by a method that the operator does not allow is failed, though the provider takes it:
    /// its own settings may have been changed by somebody else.
    /// </summary>
    public ChallengeVerdict Judge(ChallengeVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict is ChallengeVerdict.Passed passed && !allowed.Contains(passed.Method)
            ? new ChallengeVerdict.Failed(DenialReason.UnsupportedMethod)
            : verdict;
    }

    /// <summary>
    /// Whether an authenticator may be removed when so many others that prove a factor are left. Where a second factor is demanded, the
    /// last one stays: without it whoever has the password would enrol the next.
    /// </summary>
    public bool AllowsRemoval(int factorsLeft) => enrolment is EnrolmentRule.Optional || factorsLeft > 0;
}
