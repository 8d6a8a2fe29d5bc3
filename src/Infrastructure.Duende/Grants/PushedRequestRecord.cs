namespace CleanLogin.Infrastructure.Duende.Grants;

/// <summary>An authorization request that a client has pushed (RFC 9126).</summary>
internal sealed class PushedRequestRecord
{
    /// <summary>A digest of the reference in its <c>request_uri</c>.</summary>
    public required string Hash { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>The parameters, protected by the engine.</summary>
    public required string Parameters { get; init; }
}
