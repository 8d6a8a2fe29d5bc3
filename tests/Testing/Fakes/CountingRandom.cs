using CleanLogin.Application.Ports;

namespace CleanLogin.Testing.Fakes;

/// <summary>Bytes that differ from call to call and are the same in every run.</summary>
public sealed class CountingRandom : ISecureRandom
{
    private byte _calls;

    /// <inheritdoc />
    public byte[] Next(int count)
    {
        var bytes = new byte[count];
        Array.Fill(bytes, ++_calls);
        return bytes;
    }
}
