using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.BuiltInMfa.Passkeys;

/// <summary>Passkeys in this server's own database, asked for by its own pages.</summary>
internal sealed class BuiltInPasskeyProvider(IOwnPasskeys passkeys, AllowedMethods allowed) : IPasskeyProvider
{
    // No hosted provider can have an action of that name: theirs have no colon.
    private const string Action = "own:passkey";

    public PasskeyOffer Offer => allowed.AllowPasskeysAlone
        ? new PasskeyOffer.OwnPages(Action)
        : new PasskeyOffer.None();

    public async Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, CancellationToken ct)
    {
        var use = await passkeys.VerifyAsync(new PasskeyAsk.SignIn(), token, ct);
        return use.Match<ChallengeVerdict>(
            accepted => new ChallengeVerdict.Passed(accepted.User, Action, accepted.Reference, accepted.Method, accepted.At),
            _ => new ChallengeVerdict.Failed(DenialReason.AlreadyUsed),
            _ => new ChallengeVerdict.Failed(DenialReason.ChallengeFailed),
            _ => new ChallengeVerdict.UnknownToken());
    }

    // Applications send people to the page of this server.
    public Task<PasskeyEnrolmentStart> BeginEnrolmentAsync(PasskeyEnrolment enrolment, CancellationToken ct) =>
        Task.FromResult<PasskeyEnrolmentStart>(new PasskeyEnrolmentStart.Refused());
}
