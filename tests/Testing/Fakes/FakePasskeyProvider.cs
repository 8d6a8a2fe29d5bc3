using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Testing.Fakes;

/// <summary>A keeper of passkeys in memory; who uses one, the test says.</summary>
public sealed class FakePasskeyProvider : IPasskeyProvider
{
    private readonly Dictionary<string, ChallengeVerdict.Passed> _uses = new(StringComparer.Ordinal);

    /// <summary>Whether nobody can reach it.</summary>
    public bool IsDown { get; set; }

    /// <inheritdoc />
    public PasskeyOffer Offer { get; } = new PasskeyOffer.Hosted(new Uri("https://passkeys.example/v1"), "tenant", "sign-in");

    /// <summary>The person uses a passkey; gives the token that the browser gets.</summary>
    public ChallengeToken Use(UserId user)
    {
        var use = $"use-{_uses.Count + 1}";
        var token = "token of " + use;
        _uses[token] = new ChallengeVerdict.Passed(user, Offer.SignInAction!, use, AuthenticationMethod.SyncedPasskey, Moments.Start);
        return ChallengeToken.Parse(token)!;
    }

    /// <inheritdoc />
    public Task<PasskeyEnrolmentStart> BeginEnrolmentAsync(PasskeyEnrolment enrolment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<PasskeyEnrolmentStart>(IsDown
            ? new PasskeyEnrolmentStart.Unavailable()
            : enrolment.By.User == enrolment.Account.Id
                ? new PasskeyEnrolmentStart.Ready(new PasskeyEnrolmentToken("token to add"))
                : new PasskeyEnrolmentStart.Refused());
    }

    /// <inheritdoc />
    public Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<ChallengeVerdict>(IsDown
            ? new ChallengeVerdict.Unavailable()
            : _uses.TryGetValue(token.Reveal(), out var passed) ? passed : new ChallengeVerdict.UnknownToken());
    }
}
