using System.Net;
using CleanLogin.Authsignal.Emulator.Webhooks;

namespace CleanLogin.Authsignal.Emulator.Tests.Webhooks;

/// <summary>A login server's end of a webhook.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.NoContent;

    public List<(string Body, string? Signature)> Received { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var signature = request.Headers.TryGetValues(WebhookSignature.Header, out var values) ? values.Single() : null;
        Received.Add((await request.Content!.ReadAsStringAsync(cancellationToken), signature));
        return new HttpResponseMessage(Answer);
    }
}
