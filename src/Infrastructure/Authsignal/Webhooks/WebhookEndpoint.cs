using System.Buffers;
using CleanLogin.Application.SecurityEvents.RecordProviderEvent;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal.Webhooks;

/// <summary>
/// Takes what the service reports. Nobody is signed in here: the signature alone says who speaks. A refusal does not tell what was wrong;
/// the log does.
/// </summary>
internal sealed partial class WebhookEndpoint(
    IMediator mediator, IOptions<AuthsignalOptions> options, TimeProvider time, ILogger<WebhookEndpoint> logger)
{
    /// <summary>Where the portal is told to send events.</summary>
    public const string Path = "/webhooks/authsignal";

    /// <summary>Longest body read, in bytes: a full batch of log events.</summary>
    public const int MaxBody = 1024 * 1024;

    public async Task<IResult> HandleAsync(HttpContext http, CancellationToken ct)
    {
        var result = await AnswerAsync(http, ct);
        AuthsignalTelemetry.CountDelivery((result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status500InternalServerError);
        return result;
    }

    private async Task<IResult> AnswerAsync(HttpContext http, CancellationToken ct)
    {
        if (options.Value.TenantId is not { Length: > 0 } tenant)
        {
            return Refuse(LogNoTenant, StatusCodes.Status503ServiceUnavailable);
        }

        // Before anything is read: whoever has not even a signature of these minutes does not get a megabyte of memory.
        var header = http.Request.Headers[WebhookSignature.Header];
        if (header.Count != 1 || WebhookSignature.Read(header[0], time.GetUtcNow()) is not { } signature)
        {
            return Refuse(LogNotSigned, StatusCodes.Status401Unauthorized);
        }

        // The bytes as they came: what is read into an object and written again is not what was signed.
        if (await ReadAsync(http.Request, ct) is not { } body)
        {
            return Refuse(LogTooLong, StatusCodes.Status413PayloadTooLarge);
        }

        if (!signature.IsOf(body.Span, options.Value.Secret!))
        {
            return Refuse(LogNotSigned, StatusCodes.Status401Unauthorized);
        }

        return WebhookMessages.Read(body) switch
        {
            null => Refuse(LogMalformed, StatusCodes.Status400BadRequest),
            { } batch when batch.Tenants.Any(other => other != tenant) => Refuse(LogOtherTenant, StatusCodes.Status403Forbidden),
            { } batch => await RecordAsync(batch.Events, ct),
        };
    }

    private async Task<IResult> RecordAsync(IReadOnlyList<RecordProviderEvent> events, CancellationToken ct)
    {
        foreach (var happened in events)
        {
            await mediator.Send(happened, ct);
        }

        // The same for what was recorded, what came before and what is of no interest: none of it should be sent again.
        return Results.NoContent();
    }

    private static IResult Refuse(Action log, int status)
    {
        log();
        return Results.Problem(statusCode: status);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var body = new ArrayBufferWriter<byte>();
        int read;
        do
        {
            read = await request.Body.ReadAsync(body.GetMemory(8192), ct);
            body.Advance(read);
        }
        while (read > 0 && body.WrittenCount <= MaxBody);
        // Spelt out: a bare null would be an empty body.
        return body.WrittenCount <= MaxBody ? body.WrittenMemory : default(ReadOnlyMemory<byte>?);
    }

    [LoggerMessage(EventId = 3010, Level = LogLevel.Error,
        Message = "Events of Authsignal are refused: Authsignal:TenantId is not set, so nobody can tell whose they are.")]
    private partial void LogNoTenant();

    [LoggerMessage(EventId = 3011, Level = LogLevel.Warning, Message = "An event that claims to be of Authsignal is too long.")]
    private partial void LogTooLong();

    [LoggerMessage(EventId = 3012, Level = LogLevel.Warning,
        Message = "An event that claims to be of Authsignal is not signed with Authsignal:Secret, or was signed more than five minutes from now.")]
    private partial void LogNotSigned();

    [LoggerMessage(EventId = 3013, Level = LogLevel.Warning, Message = "An event of Authsignal has an unknown shape.")]
    private partial void LogMalformed();

    [LoggerMessage(EventId = 3014, Level = LogLevel.Error,
        Message = "An event of Authsignal is about another tenant than Authsignal:TenantId.")]
    private partial void LogOtherTenant();
}
