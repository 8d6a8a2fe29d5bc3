using System.Buffers.Text;
using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>The data of an event about an authenticator.</summary>
internal sealed record AuthenticatorEvent
{
    public required string UserId { get; init; }
    public required string UserAuthenticatorId { get; init; }
    public required string VerificationMethod { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
    public string? Email { get; init; }
    public string? PhoneNumber { get; init; }
    public string? CredentialId { get; init; }
    public string? CredentialPublicKey { get; init; }
    public string? CredentialName { get; init; }
    public string? Aaguid { get; init; }

    public static AuthenticatorEvent About(UserAuthenticator authenticator) => new()
    {
        UserId = authenticator.UserId,
        UserAuthenticatorId = authenticator.Id,
        VerificationMethod = authenticator.Method,
        CreatedAt = authenticator.CreatedAt,
        Email = authenticator.Email,
        PhoneNumber = authenticator.PhoneNumber,
        CredentialId = authenticator.Passkey?.Id,
        CredentialPublicKey = authenticator.Passkey is { } passkey ? Base64Url.EncodeToString(passkey.PublicKey) : null,
        CredentialName = authenticator.Passkey?.Name,
        Aaguid = authenticator.Passkey?.Aaguid.ToString(),
    };
}
