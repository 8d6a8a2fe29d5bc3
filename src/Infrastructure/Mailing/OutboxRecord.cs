namespace CleanLogin.Infrastructure.Mailing;

/// <summary>A mail that is to be sent. Once it is delivered or given up, its row is gone.</summary>
internal sealed class OutboxRecord
{
    /// <summary>The kind of a row that stands where a mail would, so that nobody can tell by the work that there is none.</summary>
    public const string Pretence = "pretence";

    public required Guid Id { get; init; }

    /// <summary>The occasion, for log and events.</summary>
    public required string Kind { get; init; }

    /// <summary>Whose account it is about, if anybody's.</summary>
    public string? UserId { get; init; }

    /// <summary>Address and words, encrypted.</summary>
    public required byte[] Content { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried next, in milliseconds since 1970. Whoever moves it on owns the try.</summary>
    public required long DueAt { get; init; }

    /// <summary>When it is given up, in milliseconds since 1970.</summary>
    public required long ExpiresAt { get; init; }
}
