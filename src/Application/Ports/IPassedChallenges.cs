using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>Challenges of the built-in provider that were passed, each under a token that is good once. Tokens are kept as digests.</summary>
public interface IPassedChallenges
{
    /// <summary>Records a passed challenge under its token.</summary>
    Task RecordAsync(PassedChallenge passed, ChallengeToken token, CancellationToken ct);

    /// <summary>Takes the challenge of that token away, or null. Of parallel calls one gets it.</summary>
    Task<PassedChallenge?> RedeemAsync(ChallengeToken token, CancellationToken ct);
}
