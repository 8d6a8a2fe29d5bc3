using CleanLogin.Application.Ports;
using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Testing.Fakes;

/// <summary>A provider in memory. It keeps the contract of the real ones; what people do at its pages, the test says.</summary>
public sealed class FakeMfaProvider(TimeProvider time) : IMfaProvider
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    private readonly HashSet<UserId> _enrolled = [];
    private readonly Dictionary<string, (ChallengeVerdict.Passed Passed, DateTimeOffset At)> _tokens = new(StringComparer.Ordinal);
    private int _challenges;

    /// <summary>Whether nobody can reach it.</summary>
    public bool IsDown { get; set; }

    /// <summary>The person has a second factor from now on.</summary>
    public void Enrol(UserId user) => _enrolled.Add(user);

    /// <summary>The person passes a challenge; gives the token with which the browser comes back.</summary>
    public ChallengeToken Pass(UserId user, ProviderDecision.Challenge challenge, AuthenticationMethod method)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        var token = $"token of {challenge.Reference}";
        _tokens[token] = (new ChallengeVerdict.Passed(user, challenge.Action, challenge.Reference, method, time.GetUtcNow()), time.GetUtcNow());
        return ChallengeToken.Parse(token)!;
    }

    /// <inheritdoc />
    public Task<ProviderDecision> EvaluateAsync(MfaEvaluation login, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(login);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<ProviderDecision>(IsDown ? new ProviderDecision.Unavailable() : Challenge(login.Account.Id));
    }

    /// <inheritdoc />
    public Task<ChallengeVerdict> VerifyAsync(ChallengeToken token, ExpectedChallenge expected, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(expected);
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(IsDown ? new ChallengeVerdict.Unavailable() : Find(token, expected));
    }

    /// <inheritdoc />
    public Task<bool> IsAvailableAsync(CancellationToken ct) => Task.FromResult(!IsDown);

    private ProviderDecision.Challenge Challenge(UserId user)
    {
        var number = ++_challenges;
        return new ProviderDecision.Challenge(
            new Uri($"https://mfa.example.org/{number}"), $"challenge-{number}", "sign-in", Enrol: !_enrolled.Contains(user));
    }

    private ChallengeVerdict Find(ChallengeToken token, ExpectedChallenge expected)
    {
        if (!_tokens.TryGetValue(token.Reveal(), out var known) || time.GetUtcNow() - known.At > TokenLifetime)
        {
            return new ChallengeVerdict.UnknownToken();
        }

        return known.Passed.User == expected.User && expected.Challenge.IsAnsweredBy(known.Passed)
            ? known.Passed
            : new ChallengeVerdict.Failed(DenialReason.ChallengeMismatch);
    }
}
