using CleanLogin.Domain.Accounts;

namespace CleanLogin.Application.Accounts.GetPasswordRules;

/// <summary>What the page that changes a password shows.</summary>
public abstract record GetPasswordRulesOutcome
{
    private GetPasswordRulesOutcome()
    {
    }

    /// <summary>The form.</summary>
    /// <param name="Username">Whose password it is.</param>
    /// <param name="MinLength">Fewest characters.</param>
    /// <param name="IsDue">Whether it has to be changed before anything else.</param>
    public sealed record Shown(Username Username, int MinLength, bool IsDue) : GetPasswordRulesOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : GetPasswordRulesOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Shown, T> shown, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Shown s => shown(s),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
