namespace CleanLogin.Authsignal.Emulator.Webhooks;

internal static class WebhooksRegistration
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookTransport>();
        services.AddHostedService<WebhookSender>();
    }
}
