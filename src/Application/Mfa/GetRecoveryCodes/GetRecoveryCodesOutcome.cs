using CleanLogin.Application.Authenticators;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Mfa.GetRecoveryCodes;

/// <summary>What becomes of looking at recovery codes.</summary>
public abstract record GetRecoveryCodesOutcome
{
    private GetRecoveryCodesOutcome()
    {
    }

    /// <summary>These are they. The login goes on at the callback, with the token.</summary>
    public sealed record Shown(RecoveryCodeSheet Sheet, ChallengeToken Token) : GetRecoveryCodesOutcome;

    /// <summary>The login is over, or belongs to another browser, or none were made in it. They are not shown again.</summary>
    public sealed record Gone : GetRecoveryCodesOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Shown, T> shown, Func<Gone, T> gone)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(gone);
        return this switch
        {
            Shown s => shown(s),
            Gone g => gone(g),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
