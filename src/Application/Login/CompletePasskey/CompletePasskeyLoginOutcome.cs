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

    /// <summary>
    /// The passkey did not verify whoever used it: one factor, which signs nobody in. The password is asked for, and after it the second step.
    /// </summary>
    /// <param name="Username">Whose passkey it is, which its holder knows.</param>
    public sealed record PasswordNeeded(string Username) : CompletePasskeyLoginOutcome;

    /// <summary>The login is refused. The reason is for the log; what a person reads does not tell accounts apart.</summary>
    public sealed record Denied(DenialReason Reason) : CompletePasskeyLoginOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<SignedIn, T> signedIn, Func<PasswordNeeded, T> passwordNeeded, Func<Denied, T> denied)
    {
        ArgumentNullException.ThrowIfNull(signedIn);
        ArgumentNullException.ThrowIfNull(passwordNeeded);
        ArgumentNullException.ThrowIfNull(denied);
        return this switch
        {
            SignedIn s => signedIn(s),
            PasswordNeeded p => passwordNeeded(p),
            Denied d => denied(d),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
