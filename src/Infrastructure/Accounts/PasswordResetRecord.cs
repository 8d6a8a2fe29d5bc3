namespace CleanLogin.Infrastructure.Accounts;

/// <summary>A way to a new password. There are a few rows for each name, which are used again: so many ways are open at once, and no more.</summary>
internal sealed class PasswordResetRecord
{
    /// <summary>The digest of the account's id, or of the name that was typed.</summary>
    public required string Name { get; init; }

    /// <summary>Which of the few it is.</summary>
    public required int Slot { get; init; }

    /// <summary>Whose account; empty where there is none, and the way leads nowhere.</summary>
    public required string UserId { get; init; }

    /// <summary>The digest of the token.</summary>
    public required string Digest { get; init; }

    /// <summary>Its end, in milliseconds since 1970.</summary>
    public required long ExpiresAt { get; init; }
}
