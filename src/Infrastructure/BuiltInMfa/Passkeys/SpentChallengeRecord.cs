using System.Security.Cryptography;
using System.Text;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>A challenge that was answered. It is a row from its right answer until it would have run out.</summary>
internal sealed class SpentChallengeRecord
{
    public required byte[] Digest { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Of the state of a ceremony, which holds the challenge and nothing else that is random.</summary>
    public static SpentChallengeRecord Of(string state, DateTimeOffset at) => new()
    {
        Digest = SHA256.HashData(Encoding.UTF8.GetBytes(state)),
        At = at,
    };
}
