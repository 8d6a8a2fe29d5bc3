using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Ports;

/// <summary>Security events that belong to no login's transaction. Failure to record is an exception: what cannot be recorded does not happen.</summary>
public interface ISecurityEvents
{
    /// <summary>Saves an event.</summary>
    Task RecordAsync(SecurityEvent happened, CancellationToken ct);

    /// <summary>
    /// Whether an event of that name and detail is there for that account, at any time. Not promised: that of two parallel askers one sees
    /// what the other is about to record.
    /// </summary>
    Task<bool> IsRecordedAsync(SecurityEvent happened, CancellationToken ct);

    /// <summary>When an event of that name was last recorded for that account, whatever its detail; null: not since that moment.</summary>
    Task<DateTimeOffset?> FindLastAsync(SecurityEvent like, DateTimeOffset since, CancellationToken ct);
}
