using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Accounts.GetOverview;

/// <summary>What the first of the account pages shows.</summary>
public abstract record GetOverviewOutcome
{
    private GetOverviewOutcome()
    {
    }

    /// <summary>This is what there is.</summary>
    /// <param name="DisplayName">What the person is called.</param>
    /// <param name="Username">What they sign in with.</param>
    /// <param name="Email">The address on file.</param>
    /// <param name="EmailVerified">Whether it was confirmed.</param>
    /// <param name="HasPassword">Whether there is a password.</param>
    /// <param name="Authenticators">The second factors; null where their provider gives no answer.</param>
    /// <param name="MayAdd">Whether another second factor can be added.</param>
    /// <param name="Browsers">In how many browsers the person is signed in.</param>
    public sealed record Shown(
        string DisplayName,
        string Username,
        string? Email,
        bool EmailVerified,
        bool HasPassword,
        IReadOnlyList<EnrolledAuthenticator>? Authenticators,
        bool MayAdd,
        int Browsers)
        : GetOverviewOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : GetOverviewOutcome;

    /// <summary>Handles every case.</summary>
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
