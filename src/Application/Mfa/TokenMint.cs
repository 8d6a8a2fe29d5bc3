using System.Buffers.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Mfa;

// Tokens of the built-in provider: 256 random bits.
internal sealed class TokenMint(ISecureRandom random)
{
    public ChallengeToken Next() => ChallengeToken.Parse(Base64Url.EncodeToString(random.Next(32)))!;
}
