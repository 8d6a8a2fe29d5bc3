using CleanLogin.Domain.SecurityEvents;

namespace CleanLogin.Application.Ports;

/// <summary>Security events that belong to no transaction. Failure to record is an exception: what cannot be recorded does not happen.</summary>
public interface ISecurityEvents
{
    /// <summary>Saves an event.</summary>
    Task RecordAsync(SecurityEvent happened, CancellationToken ct);
}
