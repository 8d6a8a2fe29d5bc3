using CleanLogin.Authsignal.Emulator.Client;
using CleanLogin.Authsignal.Emulator.Control;
using CleanLogin.Authsignal.Emulator.Knobs;

namespace CleanLogin.Authsignal.Emulator.Api;

/// <summary>The way of a request through either API: recorded, perhaps hit by a fault, answered.</summary>
internal sealed class ApiPipeline(ServerApi server, ClientApi client, KnobStore knobs, RequestLog log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await ApiRequest.ReadAsync(context);
        if (ClientApi.Answers(request))
        {
            CrossOrigin.Allow(context);
            if (CrossOrigin.IsPreflight(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }
        }

        log.Record(request);
        switch (knobs.TakeFault(request.Method, request.Path))
        {
            case null:
                await ApiWriter.WriteAsync(context, await AnswerAsync(request, context.RequestAborted), knobs.Current.MediaType);
                break;
            case var fault:
                await RunIntoAsync(fault, request, context);
                break;
        }
    }

    private async Task RunIntoAsync(Fault fault, ApiRequest request, HttpContext context)
    {
        var replaced = fault.Drop || fault.Status is not null;
        var result = replaced && !fault.CarriedOut ? null : await AnswerAsync(request, context.RequestAborted);
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

    private Task<ApiResult> AnswerAsync(ApiRequest request, CancellationToken ct) =>
        ClientApi.Answers(request) ? client.AnswerAsync(request, ct) : Task.FromResult(server.Answer(request));
}
