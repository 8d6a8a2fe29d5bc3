using System.Text.Json;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>An event to send at once, true or not: as the service would send it, unless a part says otherwise.</summary>
public sealed record WebhookToSend
{
    public string Type { get; init; } = Wire.WebhookTypes.AuthenticatorCreated;

    /// <summary>Id of the event, to send one twice; absent: a fresh one.</summary>
    public string? Id { get; init; }

    public JsonElement? Data { get; init; }

    /// <summary>The whole body in place of an event, such as a batch of log records or no JSON at all.</summary>
    public string? Body { get; init; }

    /// <summary>How far the signature's time is ahead of the clock; negative: behind.</summary>
    public TimeSpan SignedAhead { get; init; }

    /// <summary>Signature header in place of the right one; empty: none is sent.</summary>
    public string? Signature { get; init; }
}
