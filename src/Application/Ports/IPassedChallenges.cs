using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>
/// Challenges of the built-in provider that were passed, each under a token for one login. Tokens are kept as digests. That a token
/// counts once is the login transaction's doing: it succeeds once. Were the token taken away by the first look, a doubled callback would
/// end the login as if the token were forged.
/// </summary>
public interface IPassedChallenges
{
    /// <summary>Records a passed challenge under its token.</summary>
    Task RecordAsync(PassedChallenge passed, ChallengeToken token, CancellationToken ct);

    /// <summary>The challenge of that token, or null.</summary>
    Task<PassedChallenge?> FindAsync(ChallengeToken token, CancellationToken ct);
}
