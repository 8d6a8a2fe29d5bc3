using CleanLogin.Application.Pipeline;

namespace CleanLogin.Application.Passkeys.Rename;

/// <summary>What became of renaming a passkey.</summary>
public abstract record RenamePasskeyOutcome : IValidatedOutcome<RenamePasskeyOutcome>
{
    private RenamePasskeyOutcome()
    {
    }

    /// <summary>It has that name now.</summary>
    public sealed record Renamed : RenamePasskeyOutcome;

    /// <summary>Nobody is signed in.</summary>
    public sealed record SignedOut : RenamePasskeyOutcome;

    /// <summary>The person has no such passkey.</summary>
    public sealed record Unknown : RenamePasskeyOutcome;

    /// <summary>It is no name.</summary>
    public sealed record Invalid(IReadOnlyList<FieldFault> Faults) : RenamePasskeyOutcome;

    /// <inheritdoc />
    public static RenamePasskeyOutcome FromFaults(IReadOnlyList<FieldFault> faults) => new Invalid(faults);

    /// <summary>Handles every case.</summary>
    public T Match<T>(Func<Renamed, T> renamed, Func<SignedOut, T> signedOut, Func<Unknown, T> unknown, Func<Invalid, T> invalid)
    {
        ArgumentNullException.ThrowIfNull(renamed);
        ArgumentNullException.ThrowIfNull(signedOut);
        ArgumentNullException.ThrowIfNull(unknown);
        ArgumentNullException.ThrowIfNull(invalid);
        return this switch
        {
            Renamed r => renamed(r),
            SignedOut s => signedOut(s),
            Unknown u => unknown(u),
            Invalid i => invalid(i),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
