using CleanLogin.Application.Ports;

namespace CleanLogin.Application.Passkeys.BeginAdding;

/// <summary>What the page on which a passkey is added shows.</summary>
public abstract record BeginAddingPasskeyOutcome
{
    private BeginAddingPasskeyOutcome()
    {
    }

    /// <summary>The browser may make one.</summary>
    /// <param name="Ceremony">What it is given.</param>
    /// <param name="Username">For whom.</param>
    public sealed record Ready(PasskeyCeremony Ceremony, string Username) : BeginAddingPasskeyOutcome;

    /// <summary>The person has to sign in again first, with two factors.</summary>
    public sealed record LoginNeeded : BeginAddingPasskeyOutcome;

    /// <summary>This server keeps no passkeys.</summary>
    public sealed record NotOffered : BeginAddingPasskeyOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Ready, T> ready, Func<LoginNeeded, T> loginNeeded, Func<NotOffered, T> notOffered)
    {
        ArgumentNullException.ThrowIfNull(ready);
        ArgumentNullException.ThrowIfNull(loginNeeded);
        ArgumentNullException.ThrowIfNull(notOffered);
        return this switch
        {
            Ready r => ready(r),
            LoginNeeded l => loginNeeded(l),
            NotOffered n => notOffered(n),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
