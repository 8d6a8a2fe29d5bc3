using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Authenticators.List;

/// <summary>What the page of authenticators shows.</summary>
public abstract record ListAuthenticatorsOutcome
{
    private ListAuthenticatorsOutcome()
    {
    }

    /// <summary>These are there.</summary>
    /// <param name="Authenticators">Oldest first, each with whether the rules let it be removed.</param>
    /// <param name="ChangesUntil">Until when changes need no new login; null where they need one now.</param>
    /// <param name="MayAdd">Whether there is a place to add one.</param>
    public sealed record Listed(IReadOnlyList<Entry> Authenticators, DateTimeOffset? ChangesUntil, bool MayAdd) : ListAuthenticatorsOutcome;

    /// <summary>The provider gives no answer.</summary>
    public sealed record Unavailable : ListAuthenticatorsOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : ListAuthenticatorsOutcome;

    /// <summary>One authenticator.</summary>
    public sealed record Entry(EnrolledAuthenticator Authenticator, bool MayBeRemoved);

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Listed, T> listed, Func<Unavailable, T> unavailable, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(unavailable);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Listed l => listed(l),
            Unavailable u => unavailable(u),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
