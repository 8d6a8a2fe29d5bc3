using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Mfa.GetChallenge;

/// <summary>The challenge of a login.</summary>
public abstract record GetChallengeOutcome
{
    private GetChallengeOutcome()
    {
    }

    /// <summary>A second step is asked for.</summary>
    /// <param name="Username">Who is logging in.</param>
    /// <param name="ReturnUrl">Where the login began for.</param>
    /// <param name="AsksForCode">Whether an app's code can answer it.</param>
    /// <param name="Passkey">What the browser is asked for a passkey with; null where none can answer it.</param>
    public sealed record Open(string Username, ReturnUrl ReturnUrl, bool AsksForCode, PasskeyCeremony? Passkey) : GetChallengeOutcome;

    /// <summary>There is no challenge to answer. The login has to begin again.</summary>
    public sealed record Denied(DenialReason Reason) : GetChallengeOutcome;

    /// <summary>Handles both cases.</summary>
    public T Match<T>(Func<Open, T> open, Func<Denied, T> denied)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(denied);
        return this switch
        {
            Open o => open(o),
            Denied d => denied(d),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
