using System.Security.Cryptography;
using System.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class PassedChallengeRecord
{
    public required byte[] TokenDigest { get; init; }

    public required Guid TransactionId { get; init; }

    public required string UserId { get; init; }

    public required string Action { get; init; }

    public required string Reference { get; init; }

    public required bool Enrol { get; init; }

    public required string Method { get; init; }

    public required DateTimeOffset At { get; init; }

    public static PassedChallengeRecord Of(PassedChallenge passed, ChallengeToken token) => new()
    {
        TokenDigest = DigestOf(token),
        TransactionId = passed.Transaction.Value,
        UserId = passed.User.Value,
        Action = passed.Challenge.Action,
        Reference = passed.Challenge.Reference,
        Enrol = passed.Challenge.Enrol,
        Method = passed.Method.Code,
        At = passed.At,
    };

    // The token is random: a plain hash hides it well enough.
    public static byte[] DigestOf(ChallengeToken token) => SHA256.HashData(Encoding.UTF8.GetBytes(token.Reveal()));

    /// <summary>Null where the method is not known (any more): then nothing is proven.</summary>
    public PassedChallenge? ToPassedChallenge() => AuthenticationMethod.Find(Method) is { } method
        ? new PassedChallenge(
            new LoginTransactionId(TransactionId), new UserId(UserId), new MfaChallenge(Action, Reference, Enrol), method, At)
        : null;
}
