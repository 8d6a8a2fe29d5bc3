using System.Text.Json.Serialization;

namespace CleanLogin.Authsignal.Emulator.Tokens;

internal sealed record TokenClaims
{
    [JsonPropertyName("sub")]
    public required string Subject { get; init; }

    [JsonPropertyName("aud")]
    public required string Audience { get; init; }

    [JsonPropertyName("iat")]
    public required long IssuedAt { get; init; }

    [JsonPropertyName("exp")]
    public required long ExpiresAt { get; init; }

    [JsonPropertyName("jti")]
    public required string Id { get; init; }

    public required string Scope { get; init; }
    public required TokenAction Other { get; init; }
}

/// <summary>The object claim in which the service keeps what the token is about.</summary>
internal sealed record TokenAction
{
    public required string TenantId { get; init; }
    public required string PublishableKey { get; init; }
    public required string UserId { get; init; }
    public required string ActionCode { get; init; }
    public required string IdempotencyKey { get; init; }
}
