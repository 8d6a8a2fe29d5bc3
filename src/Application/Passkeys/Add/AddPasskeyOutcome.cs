namespace CleanLogin.Application.Passkeys.Add;

/// <summary>What became of adding a passkey.</summary>
public abstract record AddPasskeyOutcome
{
    private AddPasskeyOutcome()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Added : AddPasskeyOutcome;

    /// <summary>The person has to sign in again first, with two factors.</summary>
    public sealed record LoginNeeded : AddPasskeyOutcome;

    /// <summary>The answer is none to what this person's browser was asked a short while ago. It may be asked again.</summary>
    public sealed record Refused : AddPasskeyOutcome;

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Added, T> added, Func<LoginNeeded, T> loginNeeded, Func<Refused, T> refused)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(loginNeeded);
        ArgumentNullException.ThrowIfNull(refused);
        return this switch
        {
            Added a => added(a),
            LoginNeeded l => loginNeeded(l),
            Refused r => refused(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
