using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>The second step at the hosted service: track, then validate. An outage is an answer, never an exception.</summary>
internal sealed class AuthsignalMfaProvider(
    AuthsignalApi api,
    AuthsignalCalls calls,
    AuthsignalPages pages,
    AuthsignalHealth health,
    IOptions<AuthsignalOptions> options,
    TimeProvider time)
    : IMfaProvider
{
    private AuthsignalOptions Tenant => options.Value;

    public async Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(login);

        // The login's own name is fresh, so a repeated call is the same action and an old success is not found again.
        var first = await TrackAsync(login, login.Transaction.Value.ToString("D"), ct);
        var decision = await EnrolEmailAsync(login, first, ct);
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
        var answer = await calls.AskAsync(AuthsignalCall.Validate, () => api.ValidateAsync(request, ct), ct);
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
        var answers = await health.AnswersAsync(ProbeAsync, ct);
        return !health.TrackingFails && answers;
    }

    // Nobody's own question, so nobody's token ends it; a call has its deadline.
    private async Task<bool> ProbeAsync()
    {
        var nobodys = CancellationToken.None;
        var answer = await calls.AskAsync(AuthsignalCall.Probe, () => api.GetUserAsync(Guid.NewGuid().ToString("D"), nobodys), nobodys);
        return answer is { Body: not null };
    }

    private async Task<ProviderDecision> TrackAsync(MfaEvaluation login, string reference, CancellationToken ct)
    {
        var account = login.Account;
        var request = TrackedPerson.Describe(account, login.Origin, reference, login.Callback);
        var answer = await calls.AskAsync(AuthsignalCall.Track, () => api.TrackAsync(account.Id.Value, Tenant.Action, request, ct), ct);
        return answer?.Body is { } tracked
            ? AuthsignalTranslation.ToDecision(tracked, Tenant.Action, reference, pages.Check)
            : Unavailable(answer);
    }

    // The first login of somebody with nothing enrolled: the address that was confirmed here becomes the way to confirm the login.
    private async Task<ProviderDecision> EnrolEmailAsync(MfaEvaluation login, ProviderDecision decision, CancellationToken ct)
    {
        if (!Tenant.EnrolVerifiedEmail
            || decision is not ProviderDecision.Challenge { Enrol: true }
            || login.Account is not { EmailVerified: true, Email: { } email })
        {
            return decision;
        }

        var enrolment = new EnrollRequest("EMAIL_OTP", email);
        var enrolled = await calls.AskAsync(AuthsignalCall.EnrolEmail, () => api.EnrollAsync(login.Account.Id.Value, enrolment, ct), ct);

        // Another action: the first one keeps the state that it was answered with.
        return enrolled is { IsSuccess: true } ? await TrackAsync(login, Guid.NewGuid().ToString("D"), ct) : Unavailable(enrolled);
    }

    private static ProviderDecision.Unavailable Unavailable<T>(ApiAnswer<T>? answer) => new(IsOutage: answer is null or { IsFailure: true });
}
