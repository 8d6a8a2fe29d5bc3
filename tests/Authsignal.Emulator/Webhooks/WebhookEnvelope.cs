namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>What every event is wrapped in.</summary>
internal sealed record WebhookEnvelope
{
    public int Version { get; init; } = 1;
    public required string Id { get; init; }
    public string Source { get; init; } = "https://authsignal.com";
    public required DateTimeOffset Time { get; init; }
    public required string TenantId { get; init; }
    public required string Type { get; init; }
    public required object Data { get; init; }
}
