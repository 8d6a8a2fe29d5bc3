using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using CleanLogin.Domain.SecurityEvents;
using CleanLogin.Infrastructure.BuiltInMfa;
using Microsoft.Extensions.Logging;

namespace CleanLogin.Infrastructure.Mfa;

/// <summary>
/// Put round a hosted provider: while that is down, the built-in one asks for what a person has enrolled there before. Nothing is
/// enrolled, and a token is taken by the provider alone that asked, docs/adr/0013.
/// </summary>
internal sealed partial class StandInMfaProvider(
    IMfaProvider hosted,
    IOutageProbe probe,
    BuiltInMfaProvider builtIn,
    ISecurityEvents events,
    TimeProvider time,
    ILogger<StandInMfaProvider> logger)
    : IMfaProvider
{
    public async Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(login);
        var decision = await hosted.EvaluateAsync(login, ct);
        return decision is ProviderDecision.Unavailable { IsOutage: true } && !await probe.AnswersAsync(ct)
            ? await StandInAsync(login, decision, ct)
            : decision;
    }

    public Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, ExpectedChallenge expected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return expected.Challenge.IsOnOwnPages ? builtIn.VerifyAsync(token, expected, ct) : hosted.VerifyAsync(token, expected, ct);
    }

    // The hosted one's answer, still: who has nothing enrolled here is refused for a right password, and so must a wrong one be.
    public Task<bool> IsAvailableAsync(CancellationToken ct) => hosted.IsAvailableAsync(ct);

    private async Task<ProviderDecision> StandInAsync(MfaEvaluation login, ProviderDecision outage, CancellationToken ct)
    {
        if (await builtIn.EvaluateAsync(login, ct) is not ProviderDecision.Challenge { Enrol: false } challenge)
        {
            return outage;
        }

        await events.RecordAsync(new MfaFellBack(time.GetUtcNow(), login.Account.Id, login.Transaction), ct);
        LogStandsIn();
        return challenge with { Action = MfaChallenge.OwnPagesInOutage };
    }

    [LoggerMessage(EventId = 3020, Level = LogLevel.Warning, Message = "The MFA provider is down; the built-in one stands in for it.")]
    private partial void LogStandsIn();
}
