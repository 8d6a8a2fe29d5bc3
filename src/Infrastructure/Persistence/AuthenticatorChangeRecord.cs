namespace CleanLogin.Infrastructure.Persistence;

/// <summary>Whose turn it is to change somebody's authenticators.</summary>
internal sealed class AuthenticatorChangeRecord
{
    public required string UserId { get; init; }

    /// <summary>Tells this turn from the next.</summary>
    public required Guid Turn { get; init; }

    /// <summary>From then on anybody may take over, in milliseconds since 1970.</summary>
    public required long EndsAt { get; init; }
}
