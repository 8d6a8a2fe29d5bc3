using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The API that servers call with the tenant's secret.</summary>
internal sealed class ServerApi(Tenant tenant, ApiKey key, ServerApiRouter router)
{
    public ApiResult Answer(ApiRequest request) => key.Opens(request) ? tenant.Run(() => router.Answer(request)) : ApiKey.Refusal;
}
