using System.Security.Cryptography;
using CleanLogin.Application.Ports;

namespace CleanLogin.Infrastructure.Randomness;

internal sealed class SecureRandom : ISecureRandom
{
    public byte[] Next(int count) => RandomNumberGenerator.GetBytes(count);
}
