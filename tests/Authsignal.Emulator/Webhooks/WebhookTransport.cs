using System.Collections.Concurrent;
using System.Net.Mime;
using System.Net.Security;
using System.Text;
using CleanLogin.Authsignal.Emulator.Hosting;
using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Webhooks;

/// <summary>Carries events to the receiver and remembers what became of each.</summary>
internal sealed class WebhookTransport(EmulatorSettings settings, KnobStore knobs, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<WebhookDelivery> _deliveries = new();
    private readonly HttpClientHandler _network = new()
    {
        AllowAutoRedirect = false,

        // A login server in development has a certificate that only this machine trusts, if any.
        ServerCertificateCustomValidationCallback = (request, _, _, errors) =>
            errors == SslPolicyErrors.None || request.RequestUri is { IsLoopback: true },
    };

    /// <summary>Takes the place of the network, for a receiver that listens on no port.</summary>
    public HttpMessageHandler? Receiver { get; set; }

    public IReadOnlyList<WebhookDelivery> Deliveries => [.. _deliveries];

    public void Clear() => _deliveries.Clear();

    public string Sign(string body, TimeSpan offset = default) => WebhookSignature.Of(
        body, time.GetUtcNow() + offset, knobs.Current.WebhookSecrets is { Count: > 0 } secrets ? secrets : [settings.Secret]);

    public async Task<WebhookDelivery> SendAsync(PendingWebhook webhook, string? signature, CancellationToken ct)
    {
        var delivery = new WebhookDelivery
        {
            Url = webhook.Url,
            Type = webhook.Type,
            Body = webhook.Body,
            Signature = signature,
            Attempt = webhook.Attempt,
            SentAt = time.GetUtcNow(),
            Status = await PostAsync(webhook, signature, ct),
        };
        _deliveries.Enqueue(delivery);
        return delivery;
    }

    public void Dispose() => _network.Dispose();

    private async Task<int?> PostAsync(PendingWebhook webhook, string? signature, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url);
        request.Content = new StringContent(webhook.Body, Encoding.UTF8, MediaTypeNames.Application.Json);
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var invoker = new HttpMessageInvoker(Receiver ?? _network, disposeHandler: false);
        try
        {
            using var response = await invoker.SendAsync(request, patience.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
