namespace CleanLogin.Infrastructure.Duende.Grants;

/// <summary>A code, refresh token or consent, as the engine serialises and protects it.</summary>
internal sealed class GrantRecord
{
    /// <summary>A digest of the token.</summary>
    public required string Key { get; init; }

    public required string Type { get; set; }

    public string? SubjectId { get; set; }

    public string? SessionId { get; set; }

    public required string ClientId { get; set; }

    public string? Description { get; set; }

    public required DateTime CreationTime { get; set; }

    public DateTime? Expiration { get; set; }

    /// <summary>When it was used, where it counts once.</summary>
    public DateTime? ConsumedTime { get; set; }

    public required string Data { get; set; }
}
