namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>One try to hand over an event.</summary>
public sealed record WebhookDelivery
{
    public required Uri Url { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }

    /// <summary>Value of the signature header, or null if there was none.</summary>
    public required string? Signature { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Attempt { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>What the receiver answered, or null if it could not be reached in time.</summary>
    public required int? Status { get; init; }

    public bool IsAccepted => Status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices;
}
