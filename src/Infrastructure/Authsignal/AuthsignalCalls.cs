using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.RateLimiting;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>Turns whatever may go wrong in a call into an answer, and tells the operator about it; without a word of what was sent.</summary>
internal sealed partial class AuthsignalCalls(AuthsignalTelemetry telemetry, ILogger<AuthsignalCalls> logger)
{
    /// <summary>The answer, or null where there was none.</summary>
    public async Task<ApiAnswer<T>?> AskAsync<T>(AuthsignalCall call, Func<Task<ApiAnswer<T>>> ask, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            var answer = await telemetry.MeasureAsync(call, ask);
            if (answer.IsKeyRefused)
            {
                LogKeyRefused(call.Name);
            }
            else if (answer.Body is null)
            {
                LogNoAnswer(call.Name, (int)answer.Status, LoggableCode(answer.ErrorCode));
            }

            return answer;
        }
        catch (Exception outage) when (outage is HttpRequestException or ExecutionRejectedException or IOException
            || (outage is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogOutage(call.Name, outage.GetType().Name);

            // Too many calls of our own at once: the service is not down.
            return outage is RateLimiterRejectedException ? new ApiAnswer<T>(HttpStatusCode.TooManyRequests, default, null) : null;
        }
    }

    // What an error says may hold anything, the token that was sent included. Codes are short words.
    private static string? LoggableCode(string? code) =>
        code is null || (code.Length <= 40 && code.All(letter => char.IsAsciiLetter(letter) || letter is '_')) ? code : "(not a code)";

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error,
        Message = "Authsignal refused the key at {Call}. Either Authsignal:Secret is wrong, or Authsignal:Url is another region than the tenant's.")]
    private partial void LogKeyRefused(string call);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Authsignal answered {Call} with status {Status}, code {Code}.")]
    private partial void LogNoAnswer(string call, int status, string? code);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "Authsignal did not answer {Call}: {Outage}.")]
    private partial void LogOutage(string call, string outage);
}
