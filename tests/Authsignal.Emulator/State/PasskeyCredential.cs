using System.Buffers.Text;
using System.Security.Cryptography;
using Fido2NetLib.Objects;

namespace CleanLogin.Authsignal.Emulator.State;

/// <summary>The public half of a passkey, as its registration left it.</summary>
internal sealed record PasskeyCredential
{
    private const int IdBytes = 16;

    /// <summary>Base64url, as browsers write it.</summary>
    public required string Id { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    public required string Name { get; init; }
    public string DeviceId { get; init; } = Guid.NewGuid().ToString();
    public Guid Aaguid { get; init; }
    public bool IsMultiDevice { get; init; }
    public bool IsBackedUp { get; init; }
    public AuthenticatorAttachment? Attachment { get; init; }
    public string? UserAgent { get; init; }
    public IReadOnlyList<AuthenticatorTransport> Transports { get; init; } = [];

    /// <summary>Grows with each use; stays 0 for passkeys that are synchronised.</summary>
    public uint SignCount { get; set; }

    /// <summary>One that can be listed and removed, but that no device has the private half of.</summary>
    public static PasskeyCredential MadeUp() => new()
    {
        Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes)),
        PublicKey = [],
        Name = "Passkey",
    };
}
