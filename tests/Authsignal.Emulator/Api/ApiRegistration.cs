using CleanLogin.Authsignal.Emulator.Control;
using Microsoft.AspNetCore.Http.Features;

namespace CleanLogin.Authsignal.Emulator.Api;

internal static class ApiRegistration
{
    public static void AddServerApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiKey>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<ActionsApi>();
        services.AddSingleton<ValidationApi>();
        services.AddSingleton<ChallengesApi>();
        services.AddSingleton<SessionsApi>();
        services.AddSingleton<DevicesApi>();
        services.AddSingleton<PasskeyImport>();
        services.AddSingleton<UsersApi>();
        services.AddSingleton<AuthenticatorsApi>();
        services.AddSingleton<ServerApiRouter>();
        services.AddSingleton<ServerApi>();
        services.AddSingleton<ApiPipeline>();
    }

    /// <summary>Takes every request under /v1 by its raw target, before routing has decoded and merged anything.</summary>
    public static void UseApi(this WebApplication app) => app.MapWhen(
        context => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.StartsWith("/v1/", StringComparison.Ordinal),
        api => api.Run(context => context.RequestServices.GetRequiredService<ApiPipeline>().HandleAsync(context)));
}
