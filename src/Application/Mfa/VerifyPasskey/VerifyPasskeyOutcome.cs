using CleanLogin.Domain.Login;
using CleanLogin.Domain.Mfa;

namespace CleanLogin.Application.Mfa.VerifyPasskey;

/// <summary>How a passkey is answered that was used as a second step.</summary>
public abstract record VerifyPasskeyOutcome
{
    private VerifyPasskeyOutcome()
    {
    }

    /// <summary>It was taken; the browser goes to the callback with this token.</summary>
    public sealed record Passed(ChallengeToken Token) : VerifyPasskeyOutcome;

    /// <summary>It proves nothing. The person may try again.</summary>
    public sealed record Refused : VerifyPasskeyOutcome;

    /// <summary>There is no challenge to answer. The login has to begin again.</summary>
    public sealed record Denied(DenialReason Reason) : VerifyPasskeyOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Passed, T> passed, Func<Refused, T> refused, Func<Denied, T> denied)
    {
        ArgumentNullException.ThrowIfNull(passed);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(denied);
        return this switch
        {
            Passed p => passed(p),
            Refused r => refused(r),
            Denied d => denied(d),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
