using System.Text.Json;
using CleanLogin.Application.Ports;
using CleanLogin.Application.SecurityEvents.RecordProviderEvent;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.Authsignal.Webhooks;

/// <summary>What is in a body: one event, or a batch of them under <c>records</c>.</summary>
internal static class WebhookMessages
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>The events, with those of unknown types left out of <see cref="WebhookBatch.Events"/>; null where this is no batch of events.</summary>
    public static WebhookBatch? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object ? ReadAll(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WebhookBatch? ReadAll(JsonElement root)
    {
        JsonElement[] envelopes = root.TryGetProperty("records", out var records)
            ? records.ValueKind is JsonValueKind.Array ? [.. records.EnumerateArray()] : []
            : [root];
        var tenants = new List<string>();
        var events = new List<RecordProviderEvent>();
        foreach (var envelope in envelopes)
        {
            if (TextOf(envelope, "id") is not { Length: > 0 and <= ProviderNotice.MaxIdLength } id
                || TextOf(envelope, "type") is not { } type
                || TextOf(envelope, "tenantId") is not { } tenant)
            {
                return null;
            }

            tenants.Add(tenant);
            if (ChangeOf(type) is { } change && ReadEvent(envelope, id, change) is { } happened)
            {
                events.Add(happened);
            }
        }

        return tenants.Count == 0 ? null : new WebhookBatch(tenants, events);
    }

    // Types that are not known, such as a new one, are none of our business.
    private static AuthenticatorChange? ChangeOf(string type) => type switch
    {
        "authenticator.created" => AuthenticatorChange.Added,
        "authenticator.updated" => AuthenticatorChange.Changed,
        "authenticator.deleted" => AuthenticatorChange.Removed,
        _ => null,
    };

    private static RecordProviderEvent? ReadEvent(JsonElement envelope, string id, AuthenticatorChange change)
    {
        if ((!envelope.TryGetProperty("data", out var data) && !envelope.TryGetProperty("record", out data))
            || UserId.Parse(TextOf(data, "userId")) is not { } user)
        {
            return null;
        }

        var at = TimeOf(data, change) ?? TimeOf(envelope, "time");
        return new RecordProviderEvent(
            id, change, user, ProviderMethod.Parse(TextOf(data, "verificationMethod")), at ?? DateTimeOffset.MaxValue);
    }

    private static DateTimeOffset? TimeOf(JsonElement data, AuthenticatorChange change) => change switch
    {
        AuthenticatorChange.Added => TimeOf(data, "createdAt"),
        AuthenticatorChange.Changed => TimeOf(data, "updatedAt"),
        AuthenticatorChange.Removed => TimeOf(data, "deletedAt"),
    };

    private static DateTimeOffset? TimeOf(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
        && value.TryGetDateTimeOffset(out var time)
            ? time
            : null;

    // Values may be of any kind; only text is looked at. Half a surrogate pair is none.
    private static string? TextOf(JsonElement parent, string name)
    {
        if (parent.ValueKind is not JsonValueKind.Object
            || !parent.TryGetProperty(name, out var value)
            || value.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
