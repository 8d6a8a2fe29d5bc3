using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Whoever asks for the second step: evaluate → the browser goes to a URL → it comes back with a token → verify. Adapters translate;
/// they decide nothing. What they do not understand is a refusal.
/// </summary>
public interface IMfaProvider
{
    /// <summary>Asks what this login needs. Never throws for an outage: that is <see cref="ProviderDecision.Unavailable"/>.</summary>
    Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct);

    /// <summary>
    /// Exchanges the token that came back for a verdict. The adapter checks whatever only the provider's answer shows (freshness,
    /// single use); the transaction checks person, action and reference again. Not promised: that a token can be verified twice.
    /// </summary>
    Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, ExpectedChallenge expected, CancellationToken ct);

    /// <summary>
    /// Whether the provider answers at all. Asked after a wrong password, so that during an outage right and wrong passwords are
    /// answered alike.
    /// </summary>
    Task<bool> IsAvailableAsync(CancellationToken ct);
}
