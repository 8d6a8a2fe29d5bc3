using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>Sends what waits in the outbox, one after the other, and what was not accepted again later.</summary>
internal sealed class WebhookSender(WebhookOutbox outbox, WebhookTransport transport, KnobStore knobs, TimeProvider time)
    : BackgroundService
{
    private const int MaxAttempts = 4;

    /// <summary>A timer that nobody holds stops.</summary>
    private readonly List<ITimer> _retries = [];

    public override void Dispose()
    {
        base.Dispose();
        _retries.ForEach(retry => retry.Dispose());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var webhook in outbox.ReadAllAsync(stoppingToken))
        {
            var delivery = await transport.SendAsync(webhook, transport.Sign(webhook.Body), stoppingToken);
            if (!delivery.IsAccepted && webhook.Attempt < MaxAttempts)
            {
                var again = webhook with { Attempt = webhook.Attempt + 1 };
                _retries.Add(time.CreateTimer(
                    _ => outbox.Add(again), state: null, knobs.Current.WebhookRetryDelay, Timeout.InfiniteTimeSpan));
            }

            outbox.Sent();
        }
    }
}
