using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Infrastructure.Persistence;

internal sealed class SecurityEventRecord
{
    public long Id { get; init; }

    public required string Code { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? UserId { get; init; }

    public Guid? TransactionId { get; init; }

    public string? Detail { get; init; }

    public static SecurityEventRecord Of(SecurityEvent happened) => new()
    {
        Code = happened.Code,
        At = happened.At,
        UserId = happened.User?.Value,
        TransactionId = happened.Transaction?.Value,
        Detail = happened.Detail,
    };
}
