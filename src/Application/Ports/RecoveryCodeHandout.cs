using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Authenticators;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Ports;

/// <summary>Recovery codes that a person got a moment ago. A class, so that nothing of it is printed.</summary>
/// <param name="occasion">What for.</param>
/// <param name="user">Whose they are.</param>
/// <param name="codes">The codes themselves: on the server there are digests alone.</param>
/// <param name="at">When they were made.</param>
/// <param name="until">From this moment on they are not shown again.</param>
/// <param name="token">With what the login goes on that they were made in; null where it is over.</param>
public sealed class RecoveryCodeHandout(
    HandoutOccasion occasion,
    UserId user,
    IReadOnlyList<RecoveryCode> codes,
    DateTimeOffset at,
    DateTimeOffset until,
    ChallengeToken? token = null)
{
    /// <summary>What for.</summary>
    public HandoutOccasion Occasion => occasion;

    /// <summary>Whose they are.</summary>
    public UserId User => user;

    /// <summary>The codes.</summary>
    public IReadOnlyList<RecoveryCode> Codes => codes;

    /// <summary>When they were made.</summary>
    public DateTimeOffset At => at;

    /// <summary>From this moment on they are not shown again.</summary>
    public DateTimeOffset Until => until;

    /// <summary>With what the login goes on.</summary>
    public ChallengeToken? Token => token;
}
