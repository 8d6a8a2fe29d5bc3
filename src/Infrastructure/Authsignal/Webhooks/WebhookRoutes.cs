using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CleanLogin.Infrastructure.Authsignal.Webhooks;

internal static class WebhookRoutes
{
    // No cookie counts here, so there is nothing that a forged form could abuse.
    public static void MapAuthsignalWebhooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost(WebhookEndpoint.Path, (WebhookEndpoint endpoint, HttpContext http, CancellationToken ct) => endpoint.HandleAsync(http, ct))
            .WithMetadata(new RequestSizeLimitAttribute(WebhookEndpoint.MaxBody))
            .DisableAntiforgery();
}
