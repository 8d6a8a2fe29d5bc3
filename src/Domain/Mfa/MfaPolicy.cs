using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Mfa;

/// <summary>
/// Decides what a login needs, from what is asked for and what the provider says. The only mint of the permit that skips the second
/// step. Monotonic: whatever the provider allows, a login never ends below the level that was asked for.
/// </summary>
public sealed class MfaPolicy(EnrolmentRule enrolment)
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
}
