using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>The built-in provider keeps no passkeys.</summary>
internal sealed class NoPasskeys : IPasskeyProvider
{
    public PasskeyOffer? Offer => null;

    public Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, CancellationToken ct) =>
        Task.FromResult<ChallengeVerdict>(new ChallengeVerdict.UnknownToken());

    public Task<PasskeyEnrolmentStart> BeginEnrolmentAsync(PasskeyEnrolment enrolment, CancellationToken ct) =>
        Task.FromResult<PasskeyEnrolmentStart>(new PasskeyEnrolmentStart.Refused());
}
