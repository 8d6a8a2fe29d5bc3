using CleanLogin.Application.Ports;
using CleanLogin.Domain.Login;

namespace CleanLogin.Application.Login.CompletePasskey;

/// <summary>How a login by passkey ends.</summary>
public abstract record CompletePasskeyLoginOutcome
{
    private CompletePasskeyLoginOutcome()
    {
    }

    /// <summary>A session was issued.</summary>
    public sealed record SignedIn(Continuation Continuation) : CompletePasskeyLoginOutcome;

    /// <summary>The login is refused. The reason is for the log; what a person reads does not tell accounts apart.</summary>
    public sealed record Denied(DenialReason Reason) : CompletePasskeyLoginOutcome;

    /// <summary>Handles every case.</summary>
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
