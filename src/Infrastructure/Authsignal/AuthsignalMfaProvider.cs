using System.Net;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.RateLimiting;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>The second step at the hosted service: track, then validate. An outage is an answer, never an exception.</summary>
internal sealed partial class AuthsignalMfaProvider(
    AuthsignalApi api,
    AuthsignalHealth health,
    AuthsignalTelemetry telemetry,
    IOptions<AuthsignalOptions> options,
    TimeProvider time,
    ILogger<AuthsignalMfaProvider> logger)
    : IMfaProvider
{
    private AuthsignalOptions Tenant => options.Value;

    public async Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(login);

        // Fresh for each login, so that a repeated call is the same action and an old success is not found again.
        var reference = login.Transaction.Value.ToString("D");
        var account = login.Account;
        var request = new TrackRequest(
            reference,
            login.Callback.AbsoluteUri,
            account.EmailVerified ? account.Email : null,
            account.Username.Value,
            AddressOf(login.Origin),
            login.Origin.UserAgent,
            login.Origin.DeviceId?.ToString("D"));
        var answer = await AskAsync(AuthsignalCall.Track, () => api.TrackAsync(account.Id.Value, Tenant.Action, request, ct), ct);
        var decision = answer?.Body is { } tracked
            ? AuthsignalTranslation.ToDecision(tracked, Tenant.Action, reference, CheckUrl)
            : new ProviderDecision.Unavailable(IsOutage: answer is null or { IsFailure: true });
        health.TrackingFails = decision is ProviderDecision.Unavailable;
        return decision;
    }

    public async Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, ExpectedChallenge expected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(expected);
        if (expected.Challenge.IsOnOwnPages)
        {
            // Asked by the built-in provider, whose tokens are none of the service's business.
            return new ChallengeVerdict.UnknownToken();
        }

        var request = new ValidateRequest(token.Reveal(), expected.User.Value, expected.Challenge.Action);
        var answer = await AskAsync(AuthsignalCall.Validate, () => api.ValidateAsync(request, ct), ct);
        return answer switch
        {
            { Body: { } validated } => AuthsignalTranslation.ToVerdict(validated, expected, time.GetUtcNow()),
            { IsRejection: true } => new ChallengeVerdict.UnknownToken(),
            _ => new ChallengeVerdict.Unavailable(),
        };
    }

    // After a failed track a wrong password must not look healthier than a right one; the next right one finds out anew.
    public async Task<bool> IsAvailableAsync(CancellationToken ct)
    {
        var answers = health.Recall() ?? await ProbeAsync(ct);
        return !health.TrackingFails && answers;
    }

    private async Task<bool> ProbeAsync(CancellationToken ct)
    {
        var answers = await AskAsync(AuthsignalCall.Probe, () => api.GetUserAsync(Guid.NewGuid().ToString("D"), ct), ct) is { Body: not null };
        health.Remember(answers);
        return answers;
    }

    private async Task<ApiAnswer<T>?> AskAsync<T>(AuthsignalCall call, Func<Task<ApiAnswer<T>>> ask, CancellationToken ct)
    {
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

    // A socket that speaks IPv6 shows IPv4 clients as ::ffff:…, which the tenant's rules on addresses would not know.
    private static string? AddressOf(LoginOrigin origin) =>
        origin.Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4().ToString() : origin.Address?.ToString();

    // What an error says may hold anything, the token that was sent included. Codes are short words.
    private static string? LoggableCode(string? code) =>
        code is null || (code.Length <= 40 && code.All(letter => char.IsAsciiLetter(letter) || letter is '_')) ? code : "(not a code)";

    // The answer names where the browser goes: only to the service's own pages.
    private Uri? CheckUrl(string? text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            && url.UserInfo.Length == 0
            && Tenant.UiHosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase))
        {
            return url;
        }

        LogForeignUi();
        return null;
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error,
        Message = "Authsignal refused the key at {Call}. Either Authsignal:Secret is wrong, or Authsignal:Url is another region than the tenant's.")]
    private partial void LogKeyRefused(string call);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Authsignal answered {Call} with status {Status}, code {Code}.")]
    private partial void LogNoAnswer(string call, int status, string? code);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "Authsignal did not answer {Call}: {Outage}.")]
    private partial void LogOutage(string call, string outage);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error,
        Message = "Authsignal sends browsers to a host that Authsignal:UiHosts does not list. Add the host of your custom domain there.")]
    private partial void LogForeignUi();
}
