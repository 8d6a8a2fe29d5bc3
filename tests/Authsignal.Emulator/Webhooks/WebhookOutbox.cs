using System.Text.Json;
using System.Threading.Channels;
using CleanLogin.Authsignal.Emulator.Hosting;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>Events that wait to be sent. What raises one does not wait for it, as with the real service.</summary>
internal sealed class WebhookOutbox(EmulatorSettings settings, KnobStore knobs, TimeProvider time)
{
    private readonly Channel<PendingWebhook> _pending = Channel.CreateUnbounded<PendingWebhook>();
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Completed();
    private int _count;

    public IAsyncEnumerable<PendingWebhook> ReadAllAsync(CancellationToken ct) => _pending.Reader.ReadAllAsync(ct);

    public void Add(string type, object data)
    {
        if (knobs.Current.WebhookUrl is { } url && knobs.Current.WebhookTypes.Contains(type))
        {
            Add(new PendingWebhook(url, type, Write(type, data), Attempt: 1));
        }
    }

    public void Add(PendingWebhook webhook)
    {
        lock (_gate)
        {
            if (_count++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _pending.Writer.TryWrite(webhook);
    }

    public void Sent()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                _idle.SetResult();
            }
        }
    }

    /// <summary>Waits until nothing is left to send, retries that are due later apart.</summary>
    public Task WhenIdleAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            return _idle.Task.WaitAsync(ct);
        }
    }

    public string Write(string type, object data, string? id = null) => JsonSerializer.Serialize(
        new WebhookEnvelope
        {
            Id = id ?? Guid.NewGuid().ToString(),
            Time = time.GetUtcNow(),
            TenantId = settings.TenantId,
            Type = type,
            Data = data,
        },
        WireJson.Options);

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}

/// <param name="Url">Where to.</param>
/// <param name="Type">Kind of event.</param>
/// <param name="Body">The event as JSON.</param>
/// <param name="Attempt">Counts from 1.</param>
internal sealed record PendingWebhook(Uri Url, string Type, string Body, int Attempt);
