using CleanLogin.Application.SecurityEvents.RecordProviderEvent;

namespace CleanLogin.Infrastructure.Authsignal.Webhooks;

/// <summary>The events of one delivery.</summary>
/// <param name="Tenants">Whose they are: one for each event, known or not.</param>
/// <param name="Events">Those that this server knows what to do with.</param>
internal sealed record WebhookBatch(IReadOnlyList<string> Tenants, IReadOnlyList<RecordProviderEvent> Events);
