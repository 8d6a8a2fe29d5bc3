namespace CleanLogin.Infrastructure.Sessions;

/// <summary>A session. The browser holds a random token, the row its digest: the table alone lets nobody in.</summary>
internal sealed class SessionRecord
{
    /// <summary>The digest of the token.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string Subject { get; init; }

    /// <summary>What the person is called.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The codes of the methods, parted by blanks. Level and <c>amr</c> are derived from them.</summary>
    public required string Methods { get; init; }

    /// <summary>What the browser called itself at the login.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Where the login came from.</summary>
    public string? Address { get; init; }

    /// <summary><c>auth_time</c>.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>When it was last used; kept to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Its end, whatever happens.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
