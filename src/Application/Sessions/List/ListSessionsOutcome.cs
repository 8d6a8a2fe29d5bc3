using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Sessions.List;

/// <summary>What the page of sessions shows.</summary>
public abstract record ListSessionsOutcome
{
    private ListSessionsOutcome()
    {
    }

    /// <summary>These; the browser at hand first.</summary>
    public sealed record Listed(IReadOnlyList<SignedInBrowser> Browsers) : ListSessionsOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : ListSessionsOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Listed, T> listed, Func<SignedOut, T> signedOut)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(signedOut);
        return this switch
        {
            Listed l => listed(l),
            SignedOut s => signedOut(s),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
