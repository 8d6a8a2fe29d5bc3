using CleanLogin.Application.Ports;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;
using Microsoft.Extensions.Options;

namespace CleanLogin.Infrastructure.Authsignal;

/// <summary>Passkeys that the hosted service keeps. Its script speaks to it from the browser; what comes back is asked about here.</summary>
internal sealed class AuthsignalPasskeyProvider(
    AuthsignalApi api, AuthsignalCalls calls, IOptions<AuthsignalOptions> options, AllowedMethods allowed, TimeProvider time)
    : IPasskeyProvider
{
    // No more than adding, and for somebody who has just proven two factors here.
    private const string AddOnly = "add:authenticators";

    private AuthsignalOptions Tenant => options.Value;

    public PasskeyOffer Offer => Tenant.TenantId is { Length: > 0 } id && allowed.Contains(AuthenticationMethod.SyncedPasskey)
        ? new PasskeyOffer.Hosted(new Uri(Tenant.Url!.TrimEnd('/'), UriKind.Absolute), id, Tenant.PasskeyAction)
        : new PasskeyOffer.None();

    public async Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        var request = new ValidateRequest(token.Reveal(), UserId: null, Tenant.PasskeyAction);
        var answer = await calls.AskAsync(AuthsignalCall.ValidatePasskey, () => api.ValidateAsync(request, ct), ct);
        return answer switch
        {
            { Body: { } validated } => AuthsignalTranslation.ToPasskeyVerdict(validated, Tenant.PasskeyAction, time.GetUtcNow()),
            { IsRejection: true } => new ChallengeVerdict.UnknownToken(),
            _ => new ChallengeVerdict.Unavailable(),
        };
    }

    public async Task<PasskeyEnrolmentStart> BeginEnrolmentAsync(PasskeyEnrolment enrolment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        var person = enrolment.Account;
        if (person.Id != enrolment.By.User)
        {
            return new PasskeyEnrolmentStart.Refused();
        }

        var reference = Guid.NewGuid().ToString("D");
        var request = TrackedPerson.Describe(person, enrolment.Origin, reference) with { Scope = AddOnly };
        var answer = await calls.AskAsync(
            AuthsignalCall.TrackPasskey, () => api.TrackAsync(person.Id.Value, Tenant.AddPasskeyAction, request, ct), ct);
        return answer?.Body is { } tracked
            ? AuthsignalTranslation.ToPasskeyEnrolment(tracked, reference)
            : new PasskeyEnrolmentStart.Unavailable();
    }
}
