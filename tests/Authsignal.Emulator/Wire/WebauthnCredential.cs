using CleanLogin.Authsignal.Emulator.State;
using Fido2NetLib.Objects;

namespace CleanLogin.Authsignal.Emulator.Wire;

/// <summary>What a list of authenticators tells about a passkey.</summary>
internal sealed record WebauthnCredential
{
    public required string CredentialId { get; init; }
    public required string DeviceId { get; init; }
    public required string Name { get; init; }
    public required string Aaguid { get; init; }
    public required bool CredentialBackedUp { get; init; }

    /// <summary><c>singleDevice</c> or <c>multiDevice</c>.</summary>
    public required string CredentialDeviceType { get; init; }
    public AuthenticatorAttachment? AuthenticatorAttachment { get; init; }
    public ParsedUserAgent? ParsedUserAgent { get; init; }
    public required DateTimeOffset VerifiedAt { get; init; }

    public static WebauthnCredential Of(PasskeyCredential passkey, DateTimeOffset verifiedAt) => new()
    {
        CredentialId = passkey.Id,
        DeviceId = passkey.DeviceId,
        Name = passkey.Name,
        Aaguid = passkey.Aaguid.ToString(),
        CredentialBackedUp = passkey.IsBackedUp,
        CredentialDeviceType = passkey.IsMultiDevice ? "multiDevice" : "singleDevice",
        AuthenticatorAttachment = passkey.Attachment,
        ParsedUserAgent = passkey.UserAgent is { } text ? new ParsedUserAgent { Ua = text } : null,
        VerifiedAt = verifiedAt,
    };
}

/// <summary>The browser that registered a passkey. Only its raw text is told: parts that could not be read are empty objects.</summary>
internal sealed record ParsedUserAgent
{
    public required string Ua { get; init; }
    public object Browser { get; } = new();
    public object Device { get; } = new();
    public object Engine { get; } = new();
    public object Os { get; } = new();
    public object Cpu { get; } = new();
}
