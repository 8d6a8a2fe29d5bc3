using CleanLogin.Domain.Accounts;
using CleanLogin.Domain.Assurance;
using CleanLogin.Domain.Login;

namespace CleanLogin.Domain.Mfa;

/// <summary>What a provider says about a token that came back. Not yet a success: the transaction compares it with its own challenge.</summary>
public abstract record ChallengeVerdict
{
    private ChallengeVerdict()
    {
    }

    /// <summary>Somebody passed a challenge; who, and which, the provider names.</summary>
    /// <param name="User">Who.</param>
    /// <param name="Action">What for.</param>
    /// <param name="Reference">Which challenge.</param>
    /// <param name="Method">By what.</param>
    /// <param name="At">When, which may be minutes before the verdict was fetched; never later than that.</param>
    public sealed record Passed(UserId User, string Action, string Reference, AuthenticationMethod Method, DateTimeOffset At)
        : ChallengeVerdict;

    /// <summary>The challenge has ended without success.</summary>
    public sealed record Failed(DenialReason Reason) : ChallengeVerdict;

    /// <summary>Nobody knows this token, it has expired, or it was used before.</summary>
    public sealed record UnknownToken : ChallengeVerdict;

    /// <summary>The challenge is still open: the person left it.</summary>
    public sealed record Abandoned : ChallengeVerdict;

    /// <summary>The provider gave no answer that can be trusted. Never a success.</summary>
    public sealed record Unavailable : ChallengeVerdict;

    /// <summary>Handles every case.</summary>
    public T Match<T>(
        Func<Passed, T> passed,
        Func<Failed, T> failed,
        Func<UnknownToken, T> unknownToken,
        Func<Abandoned, T> abandoned,
        Func<Unavailable, T> unavailable)
    {
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(failed);
        ArgumentNullException.ThrowIfNull(unknownToken);
        ArgumentNullException.ThrowIfNull(abandoned);
        ArgumentNullException.ThrowIfNull(unavailable);
        return this switch
        {
            Passed p => passed(p),
            Failed f => failed(f),
            UnknownToken u => unknownToken(u),
            Abandoned a => abandoned(a),
            Unavailable u => unavailable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
