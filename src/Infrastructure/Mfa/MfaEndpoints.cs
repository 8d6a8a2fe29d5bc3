using CleanLogin.Infrastructure.Authsignal.Webhooks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanLogin.Infrastructure.Mfa;

/// <summary>What the configured MFA provider calls by itself.</summary>
public static class MfaEndpoints
{
    /// <summary>Maps the provider's events, if it is a hosted one. The built-in provider has nobody who could send any.</summary>
    public static void MapMfaProvider(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(WebhookEndpoint)))
        {
            routes.MapAuthsignalWebhooks();
        }
    }
}
