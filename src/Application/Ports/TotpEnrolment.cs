using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Ports;

/// <summary>An enrolment that was confirmed by a code.</summary>
/// <param name="Authenticator">The new authenticator, with the time step of the confirming code.</param>
/// <param name="RecoveryCodes">The new set.</param>
/// <param name="Passed">The challenge that is passed by it.</param>
/// <param name="Token">The token that stands for it.</param>
/// <param name="Replaces">Whether it may take the place of older authenticators; if not, it has to be the first.</param>
/// <param name="Events">What to record.</param>
public sealed record TotpEnrolment(
    TotpAuthenticator Authenticator,
    RecoveryCodeSet RecoveryCodes,
    PassedChallenge Passed,
    Domain.Mfa.ChallengeToken Token,
    bool Replaces,
    IReadOnlyList<SecurityEvent> Events);
