namespace CleanLogin.Infrastructure.Protocol;

/// <summary>A key of the server, protected by the key ring.</summary>
internal sealed class ServerKeyRecord
{
    /// <summary>What it is for; there is one of each.</summary>
    public required string Id { get; init; }

    /// <summary>The key id on the wire.</summary>
    public required string KeyId { get; init; }

    /// <summary>The protected key.</summary>
    public required byte[] Payload { get; init; }
}
