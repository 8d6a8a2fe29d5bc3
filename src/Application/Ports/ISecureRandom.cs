namespace CleanLogin.Application.Ports;

/// <summary>The cryptographic random generator.</summary>
public interface ISecureRandom
{
    /// <summary>So many random bytes.</summary>
    byte[] Next(int count);
}
