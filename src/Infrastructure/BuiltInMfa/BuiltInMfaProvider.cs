using System.Buffers.Text;
using CleanLogin.Application.Ports;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Infrastructure.BuiltInMfa;

/// <summary>The second step on this server's own pages: nothing but the database is needed.</summary>
internal sealed class BuiltInMfaProvider(
    ITotpAuthenticators authenticators, IOwnPasskeys passkeys, IPassedChallenges passedChallenges, ISecureRandom random, TimeProvider time)
    : IMfaProvider
{
    private const int ReferenceSize = 16;

    // As long as a login may take; a token is fetched within seconds.
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    public async Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(login);
        var person = login.Account.Id;
        var enrolled = await authenticators.AnyAsync(person, ct) || await passkeys.AnyAsync(person, ct);
        var page = enrolled ? "/Mfa/Challenge" : "/Mfa/Enrol";
        return new ProviderDecision.Challenge(
            new Uri($"{page}?tx={login.Transaction}", UriKind.Relative),
            Base64Url.EncodeToString(random.Next(ReferenceSize)),
            MfaChallenge.OwnPages,
            Enrol: !enrolled);
    }

    public async Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, ExpectedChallenge expected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(expected);
        if (!expected.Challenge.IsOnOwnPages)
        {
            // Somebody else asked; whatever was proven here is no answer to that.
            return new ChallengeVerdict.UnknownToken();
        }

        if (await passedChallenges.FindAsync(token, ct) is not { } passed || time.GetUtcNow() - passed.At > TokenLifetime)
        {
            return new ChallengeVerdict.UnknownToken();
        }

        // A token of another login is no answer to this one, whoever it belongs to.
        return passed.Transaction == expected.Transaction
            ? new ChallengeVerdict.Passed(passed.User, passed.Challenge.Action, passed.Challenge.Reference, passed.Method, passed.At)
            : new ChallengeVerdict.UnknownToken();
    }

    public Task<bool> IsAvailableAsync(CancellationToken ct) => Task.FromResult(true);
}
