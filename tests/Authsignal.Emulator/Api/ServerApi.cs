using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.State;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The way of a request through the API: recorded, perhaps hit by a fault, authenticated, answered.</summary>
internal sealed class ServerApi(Tenant tenant, ApiKey key, ServerApiRouter router, KnobStore knobs, RequestLog log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await ApiRequest.ReadAsync(context);
        log.Record(request);
        switch (knobs.TakeFault(request.Method, request.Path))
        {
            case null:
                await ApiWriter.WriteAsync(context, Answer(request), knobs.Current.MediaType);
                break;
            case var fault:
                await RunIntoAsync(fault, request, context);
                break;
        }
    }

    private async Task RunIntoAsync(Fault fault, ApiRequest request, HttpContext context)
    {
        var replaced = fault.Drop || fault.Status is not null;
        var result = replaced && !fault.CarriedOut ? null : Answer(request);
        await FaultDelay.WaitAsync(fault.Delay, context.RequestAborted);
        if (fault.Drop)
        {
            context.Abort();
        }
        else if (replaced || result is null)
        {
            await ApiWriter.WriteAsync(context, fault);
        }
        else
        {
            await ApiWriter.WriteAsync(context, result, knobs.Current.MediaType);
        }
    }

    private ApiResult Answer(ApiRequest request) => key.Opens(request) ? tenant.Run(() => router.Answer(request)) : ApiKey.Refusal;
}
