namespace CleanLogin.Infrastructure.Sessions;

/// <summary>A session that its owner has ended, for as long as a token that stems from it could come back.</summary>
internal sealed class EndedSessionRecord
{
    /// <summary>The <see cref="Application.Ports.SessionReference"/>.</summary>
    public required string Reference { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    public required long EndedAt { get; init; }
}
