using CleanLogin.Application.Ports;
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

    /// <summary>From where, while that is kept.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser called itself, likewise.</summary>
    public string? UserAgent { get; init; }

    public static SecurityEventRecord Of(SecurityEvent happened, LoginOrigin? origin = null) => new()
    {
        Code = happened.Code,
        At = happened.At,
        UserId = happened.User?.Value,
        TransactionId = happened.Transaction?.Value,
        Detail = happened.Detail,
        Address = origin?.Address?.ToString(),
        UserAgent = origin?.UserAgent,
    };
}
