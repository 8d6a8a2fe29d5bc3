using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using CleanLogin.Authsignal.Emulator.Knobs;
using CleanLogin.Authsignal.Emulator.Wire;

namespace CleanLogin.Authsignal.Emulator.Api;

internal static class ApiWriter
{
    public static Task WriteAsync(HttpContext context, ApiResult result, string mediaType)
    {
        context.Response.StatusCode = result.Status;
        context.Response.ContentType = mediaType;
        return result.Status == StatusCodes.Status204NoContent
            ? Task.CompletedTask
            : context.Response.WriteAsync(JsonSerializer.Serialize(result.Body, WireJson.Options), context.RequestAborted);
    }

    public static Task WriteAsync(HttpContext context, Fault fault)
    {
        var status = fault.Status ?? StatusCodes.Status500InternalServerError;
        context.Response.StatusCode = status;
        context.Response.ContentType = fault.MediaType ?? MediaTypeNames.Application.Json;
        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsync(fault.Body ?? ServiceError(status), context.RequestAborted);
    }

    private static string ServiceError(int status)
    {
        var code = status switch
        {
            StatusCodes.Status401Unauthorized => ErrorCodes.Unauthorized,
            StatusCodes.Status404NotFound => ErrorCodes.NotFound,
            StatusCodes.Status429TooManyRequests => ErrorCodes.TooManyRequests,
            >= StatusCodes.Status500InternalServerError => ErrorCodes.ServerError,
            _ => ErrorCodes.InvalidRequest,
        };
        return JsonSerializer.Serialize(new ErrorResponse(code, "A fault that was asked for."), WireJson.Options);
    }
}
