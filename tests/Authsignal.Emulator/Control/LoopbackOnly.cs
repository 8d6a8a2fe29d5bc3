using System.Net;

namespace CleanLogin.Authsignal.Emulator.Control;

/// <summary>
/// Keeps the control API to programs on this machine: not another host, not a page in a browser (which sends an Origin),
/// and not a foreign name that resolves to the loopback address.
/// </summary>
internal sealed class LoopbackOnly : IEndpointFilter
{
    private static readonly IResult Refusal = Results.StatusCode(StatusCodes.Status403Forbidden);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsLocalProgram(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(Refusal);

    private static bool IsLocalProgram(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]")
        && context.Request.Headers.Origin.Count == 0;
}
