namespace CleanLogin.Infrastructure.BuiltInMfa;

internal sealed class TotpEnrolmentRecord
{
    public required Guid TransactionId { get; init; }

    public required string UserId { get; init; }

    /// <summary>Encrypted.</summary>
    public required byte[] Secret { get; init; }

    public required DateTimeOffset BeganAt { get; init; }
}
