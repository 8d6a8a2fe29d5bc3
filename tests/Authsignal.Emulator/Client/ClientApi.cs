using CleanLogin.Authsignal.Emulator.Api;

namespace CleanLogin.Authsignal.Emulator.Client;

/// <summary>The API that the vendor's browser library calls, with a token or with nothing but the tenant's id.</summary>
internal sealed class ClientApi(ClientCallers callers, ClientApiRouter router)
{
    public static bool Answers(ApiRequest request) => request.Segments is ["client", ..];

    public Task<ApiResult> AnswerAsync(ApiRequest request, CancellationToken ct) => callers.Identify(request) switch
    {
        ClientCaller.Refused refused => Task.FromResult(refused.Answer),
        var caller => router.AnswerAsync(request, caller, ct),
    };
}
