using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login.CompleteMfa;

/// <summary>How the second step of a login ends.</summary>
public abstract record CompleteMfaChallengeOutcome
{
    private CompleteMfaChallengeOutcome()
    {
    }

    /// <summary>A session was issued.</summary>
    public sealed record SignedIn(Continuation Continuation) : CompleteMfaChallengeOutcome;

    /// <summary>The login is refused.</summary>
    /// <param name="Reason">Why; for the log.</param>
    /// <param name="ReturnUrl">Where the request can be taken up again. Given only to the browser that began; otherwise the start page.</param>
    /// <param name="Username">The name to be filled in again. Given only to the browser that began.</param>
    /// <param name="RememberMe">Whether "stay signed in" is to be ticked again. Given only to the browser that began.</param>
    public sealed record Denied(DenialReason Reason, ReturnUrl ReturnUrl, string? Username, bool RememberMe) : CompleteMfaChallengeOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<SignedIn, T> signedIn, Func<Denied, T> denied)
    {
        ArgumentNullException.ThrowIfNull(signedIn);
        ArgumentNullException.ThrowIfNull(denied);
        return this switch
        {
            SignedIn s => signedIn(s),
            Denied d => denied(d),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
