namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpAuthenticatorRecord
{
    public required Guid Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>Encrypted.</summary>
    public required byte[] Secret { get; init; }

    public required long LastAcceptedStep { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }
}
